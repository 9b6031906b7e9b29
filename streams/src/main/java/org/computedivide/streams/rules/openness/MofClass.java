package org.computedivide.streams.rules.openness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The class of the Model Openness Framework by component, as the Model Openness Tool decides it: the classes are
 * cumulative, and a component counts when its licence is open. A component without a licence of its own takes that of
 * its type, else that of the distribution. A research paper can stand for the technical report.
 */
public final class MofClass {

    private static final Set<String> CODE = Set.of(
            "Model architecture",
            "Data preprocessing code",
            "Training code",
            "Inference code",
            "Evaluation code",
            "Supporting libraries and tools");
    private static final Set<String> DATA = Set.of(
            "Datasets",
            "Evaluation data",
            "Model parameters (Final)",
            "Model parameters (Intermediate)",
            "Model metadata",
            "Sample model outputs");
    private static final Set<String> THIRD =
            Set.of("Model architecture", "Model parameters (Final)", "Evaluation results", "Model card", "Data card");
    private static final Set<String> SECOND =
            Set.of("Training code", "Inference code", "Evaluation code", "Evaluation data");
    private static final Set<String> FIRST =
            Set.of("Research paper", "Data preprocessing code", "Datasets", "Model parameters (Intermediate)");

    private MofClass() {}

    /** I, II, III or unclassified. */
    public static String of(JsonNode mof) {
        Map<String, Boolean> open = components(mof);
        boolean report = is(open, "Technical report") || is(open, "Research paper");
        if (!report || !all(open, THIRD)) {
            return "unclassified";
        }
        if (!all(open, SECOND)) {
            return "III";
        }
        return all(open, FIRST) ? "I" : "II";
    }

    private static Map<String, Boolean> components(JsonNode mof) {
        var open = new HashMap<String, Boolean>();
        for (JsonNode component : mof.path("components")) {
            String name = component.path("name").asText("");
            open.put(name, isOpen(license(component, name, mof.path("license"))));
        }
        return open;
    }

    private static String license(JsonNode component, String name, JsonNode whole) {
        String type = CODE.contains(name) ? "code" : DATA.contains(name) ? "data" : "document";
        return text(component, "license")
                .or(() -> text(whole, type))
                .or(() -> text(whole, "distribution"))
                .orElse("");
    }

    private static Optional<String> text(JsonNode node, String field) {
        String value = node.path(field).asText("").strip();
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    private static boolean isOpen(String license) {
        return Licenses.standard().exact(license).map(License::open).orElse(false);
    }

    private static boolean all(Map<String, Boolean> open, Set<String> names) {
        return names.stream().allMatch(name -> is(open, name));
    }

    private static boolean is(Map<String, Boolean> open, String name) {
        return open.getOrDefault(name, false);
    }
}
