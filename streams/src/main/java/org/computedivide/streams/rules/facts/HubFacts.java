package org.computedivide.streams.rules.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.computedivide.avro.BaseModel;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Hub;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.text.Prose;

/** Facts that a hub knows beside the card: the safetensors total, the size in the repository's name. */
final class HubFacts {

    private static final String BASE_TAG = "base_model:";
    private static final double PACKING = 1.4;
    private static final List<String> PACKED = List.of(
            "gptq",
            "awq",
            "gguf",
            "bnb",
            "4bit",
            "8bit",
            "int4",
            "int8",
            "nf4",
            "mlx",
            "exl2",
            "fp8",
            "quantized",
            "mxfp4",
            "nvfp4",
            "w4a16",
            "lora",
            "adapter");

    List<Fact> read(Observation observation) {
        List<Fact> facts = new ArrayList<>();
        Hub hub = observation.getHub();
        if (hub != null) {
            List<Fact> counted = isPacked(observation) ? List.of() : ConfigFacts.read(hub);
            double total = total(observation);
            if (total > 0 && counted.stream().noneMatch(count -> isMoreThan(total, count))) {
                facts.add(fact("parameters", total, "safetensors"));
            }
            facts.addAll(counted);
            facts.addAll(sizesInName(observation.getNativeId()));
            baseSize(hub).ifPresent(facts::add);
        }
        return facts;
    }

    /** The exact number of parameters among the facts of a hub, or 0. */
    static double exact(List<Fact> facts) {
        return facts.stream()
                .filter(fact -> fact.getRule().equals("safetensors"))
                .mapToDouble(Fact::getNumber)
                .findFirst()
                .orElse(0);
    }

    /** Files that hold so much less than the configuration counts hold packed weights, whatever their name. */
    private static boolean isMoreThan(double total, Fact count) {
        return count.getField().equals("parameters") && count.getNumber() > PACKING * total;
    }

    /** What the files hold, or 0. */
    private static double total(Observation observation) {
        Hub hub = observation.getHub();
        Long total = hub == null ? null : hub.getParameters();
        return total == null || isPacked(observation) ? 0 : total;
    }

    /** A packed repository counts words of packed weights, not parameters. */
    private static boolean isPacked(Observation observation) {
        String name = observation.getNativeId().toLowerCase(Locale.ROOT);
        return PACKED.stream().anyMatch(name::contains);
    }

    /** "…-8B", "…-30B-A3B" (active 3B), "…-E4B" (effective, no count). */
    private static List<Fact> sizesInName(String id) {
        return NameSizes.of(Prose.of(id.substring(id.indexOf('/') + 1))).stream()
                .map(size -> fact(size.field(), size.value(), size.rule()))
                .toList();
    }

    /** A model made from another has as many parameters as that one, for want of better. */
    private static Optional<Fact> baseSize(Hub hub) {
        Stream<String> named = hub.getBaseModels().stream().map(BaseModel::getId);
        Stream<String> tagged = hub.getTags().stream().filter(tag -> tag.startsWith(BASE_TAG));
        return Stream.concat(named, tagged)
                .flatMap(id -> sizesInName(id).stream())
                .filter(fact -> fact.getField().equals("parameters"))
                .findFirst()
                .map(fact -> Fact.newBuilder(fact).setRule("base-size").build());
    }

    static Fact fact(String field, double value, String rule) {
        return Fact.newBuilder()
                .setField(field)
                .setNumber(value)
                .setUnit("parameters")
                .setRule(rule)
                .setQuarantine(Sanity.reason(field, value))
                .build();
    }
}
