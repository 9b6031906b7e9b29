package org.computedivide.streams.rules.estimates;

import java.util.List;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Variant;

/** Evidence in a few words. */
final class Members {

    private Members() {}

    static Evidence.Builder maker(String id, Fact... facts) {
        return Evidence.newBuilder()
                .setSource("arxiv")
                .setNativeId(id)
                .setTier("maker")
                .setForm("paper")
                .setKind("base")
                .setRelease("true")
                .setPublishedAt("2024-07-23")
                .setAffiliation("industry")
                .setDomains(List.of("language"))
                .setFacts(List.of(facts));
    }

    static Fact fact(String field, double number, String rule) {
        return Fact.newBuilder()
                .setField(field)
                .setNumber(number)
                .setRule(rule)
                .setStage("pretraining")
                .build();
    }

    static Fact chip(String name) {
        return Fact.newBuilder()
                .setField("accelerator")
                .setText(name)
                .setRule("chip-trained")
                .build();
    }

    static Fact parameters(double number) {
        return fact("parameters", number, "parameters-stated");
    }

    static Fact active(double number) {
        return fact("activeParameters", number, "parameters-stated");
    }

    static Fact tokens(double number) {
        return fact("trainingTokens", number, "tokens-seen");
    }

    static Fact chipHours(double number) {
        return fact("chipHours", number, "chip-hours-stated");
    }

    static Fact owned(Fact fact, String owner) {
        return Fact.newBuilder(fact).setOwner(owner).build();
    }

    static Variant only(Evidence.Builder... members) {
        List<Variant> variants = read(members);
        if (variants.size() != 1) {
            throw new AssertionError("one variant expected, not " + variants);
        }
        return variants.get(0);
    }

    static List<Variant> read(Evidence.Builder... members) {
        return new VariantReader()
                .read(java.util.Arrays.stream(members)
                        .map(Evidence.Builder::build)
                        .toList());
    }
}
