package org.computedivide.streams.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.computedivide.avro.Accelerators;
import org.computedivide.avro.Compute;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Openness;
import org.computedivide.avro.Organization;
import org.computedivide.avro.Quantity;
import org.computedivide.avro.Variant;
import org.computedivide.avro.json.PlainJson;
import org.computedivide.streams.rules.estimates.VariantReader;
import org.jspecify.annotations.Nullable;

/** Writes evidence and variants in the fields of the {@code enrich} contract. */
final class EnrichedJson {

    private EnrichedJson() {}

    static void write(ObjectNode output, Evidence evidence, List<Variant> variants, boolean byAuthors) {
        output.put("source", evidence.getSource()).put("nativeId", evidence.getNativeId());
        output.put("kind", evidence.getKind()).put("release", evidence.getRelease());
        text(output, "kindQuote", evidence.getKindQuote());
        output.put("modelName", evidence.getModelName());
        output.put("family", evidence.getFamily()).put("variant", evidence.getVariant());
        VariantReader.top(variants).ifPresent(variant -> variant(output, variant, evidence.getFacts()));
        if (!variants.isEmpty()) {
            ArrayNode all = output.putArray("variants");
            variants.forEach(variant -> all.add(PlainJson.write(variant)));
        }
        affiliation(output.putObject("affiliation"), evidence, byAuthors);
        openness(output, evidence.getOpenness());
        text(output, "claim", evidence.getClaim());
        text(output, "claimQuote", evidence.getClaimQuote());
        strings(output.putArray("domain"), evidence.getDomains());
        strings(output.putArray("keys"), evidence.getKeys());
        strings(output.putArray("flags"), flags(evidence, variants));
        output.put("methodsVersion", evidence.getMethodsVersion());
    }

    /** Those of the observation, and what its numbers call for: methods that disagree, facts that stand aside. */
    private static List<String> flags(Evidence evidence, List<Variant> variants) {
        TreeSet<String> flags = new TreeSet<>(evidence.getFlags());
        boolean disagree = VariantReader.top(variants)
                .map(Variant::getCompute)
                .filter(Compute::getDisagree)
                .isPresent();
        boolean aside = evidence.getFacts().stream()
                        .anyMatch(fact -> !fact.getQuarantine().isEmpty())
                || variants.stream().anyMatch(variant -> !variant.getSetAside().isEmpty());
        if (disagree) {
            flags.add("disagree");
        }
        if (aside) {
            flags.add("quarantined");
        }
        return List.copyOf(flags);
    }

    /** The openness object of an output, made where it is not there. */
    static ObjectNode openness(ObjectNode output) {
        return output.get("openness") instanceof ObjectNode there ? there : output.putObject("openness");
    }

    private static void variant(ObjectNode output, Variant variant, List<Fact> facts) {
        quantity(output, "parameters", variant.getParameters(), facts);
        quantity(output, "activeParameters", variant.getActiveParameters(), facts);
        quantity(output, "trainingTokens", variant.getTrainingTokens(), facts);
        quantity(output, "epochs", variant.getEpochs(), facts);
        accelerators(output, variant.getAccelerators(), facts);
        compute(output, variant.getCompute());
        if (!variant.getEstimates().isEmpty()) {
            ArrayNode estimates = output.putArray("estimates");
            variant.getEstimates().forEach(estimate -> estimates.add(PlainJson.write(estimate)));
        }
    }

    private static void quantity(ObjectNode output, String field, @Nullable Quantity quantity, List<Fact> facts) {
        if (quantity != null) {
            ObjectNode node = output.putObject(field);
            node.put("value", quantity.getValue()).put("low", quantity.getLow()).put("high", quantity.getHigh());
            node.set("evidence", proofs(facts, List.of(field)));
        }
    }

    private static void accelerators(ObjectNode output, @Nullable Accelerators chips, List<Fact> facts) {
        if (chips == null) {
            return;
        }
        ObjectNode node = PlainJson.write(chips);
        node.remove("source");
        node.set("evidence", proofs(facts, List.of("accelerator", "acceleratorCount", "trainingHours", "chipHours")));
        output.set("accelerators", node);
    }

    private static void compute(ObjectNode output, @Nullable Compute compute) {
        if (compute != null) {
            ObjectNode node = PlainJson.write(compute);
            node.put("cumulative", compute.getValue());
            output.set("trainingCompute", node);
        }
    }

    private static ArrayNode proofs(List<Fact> facts, List<String> fields) {
        ArrayNode proofs = JsonNodeFactory.instance.arrayNode();
        facts.stream()
                .filter(fact -> fields.contains(fact.getField()))
                .forEach(fact -> proofs.addObject()
                        .put("quote", fact.getQuote())
                        .put("start", fact.getStart())
                        .put("end", fact.getEnd())
                        .put("rule", fact.getRule()));
        return proofs;
    }

    /**
     * The type of a paper whose authors have affiliations is that of the 30 % rule, since one co-author's side job is no
     * collaboration; of all else that of the set rule. Both are given.
     */
    private static void affiliation(ObjectNode output, Evidence evidence, boolean byAuthors) {
        output.put("type", byAuthors ? evidence.getAffiliationByShare() : evidence.getAffiliation());
        output.put("bySet", evidence.getAffiliation());
        output.put("byShare", evidence.getAffiliationByShare());
        ArrayNode organizations = output.putArray("organizations");
        evidence.getOrganizations().forEach(organization -> organizations.add(organization(organization)));
    }

    private static ObjectNode organization(Organization organization) {
        ObjectNode node = PlainJson.write(organization);
        if (!organization.getStateInstitute()) {
            node.remove("stateInstitute");
        }
        return node;
    }

    private static void openness(ObjectNode output, @Nullable Openness openness) {
        if (openness == null) {
            return;
        }
        ObjectNode node = PlainJson.write(openness);
        node.remove("dimensions");
        output.set("openness", node);
        if (!openness.getDimensions().isEmpty()) {
            ObjectNode dimensions = output.putObject("opennessDimensions");
            openness.getDimensions().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(entry -> dimensions.put(entry.getKey(), entry.getValue()));
        }
    }

    private static void strings(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }

    private static void text(ObjectNode output, String field, String value) {
        if (!value.isEmpty()) {
            output.put(field, value);
        }
    }
}
