package org.computedivide.streams.rules.kind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.computedivide.avro.BaseModel;
import org.computedivide.avro.Hub;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.names.Folded;

/** The bases that a repository or table row names: tags, the hub's own list, the front matter of the card, statements. */
public final class BaseModels {

    private static final String TAG = "base_model:";
    private static final List<String> RELATIONS = List.of("quantized", "merge", "adapter", "finetune");

    private BaseModels() {}

    /** Bases without repetition and without the repository itself, those with a relation first, then in the order of the source. */
    public static List<BaseModel> of(Observation observation) {
        Map<String, BaseModel> found = new LinkedHashMap<>();
        Hub hub = observation.getHub();
        if (hub != null) {
            hub.getBaseModels().forEach(base -> put(found, relation(base.getRelation()), base.getId()));
            hub.getTags().stream().filter(tag -> tag.startsWith(TAG)).forEach(tag -> putTag(found, tag));
            FrontMatter.of(observation.getText()).list("base_model").forEach(id -> put(found, "unknown", id));
        }
        observation.getStatements().stream()
                .filter(statement -> statement.getField().equals("baseModel"))
                .forEach(statement -> put(found, "finetune", statement.getText()));
        found.remove(Folded.lower(observation.getNativeId()));
        var bases = new ArrayList<>(found.values());
        bases.sort(Comparator.comparing(base -> base.getRelation().equals("unknown")));
        return bases;
    }

    private static void putTag(Map<String, BaseModel> found, String tag) {
        String rest = tag.substring(TAG.length());
        int colon = rest.indexOf(':');
        String relation = colon > 0 ? rest.substring(0, colon) : "unknown";
        put(found, relation(relation), colon > 0 ? rest.substring(colon + 1) : rest);
    }

    private static void put(Map<String, BaseModel> found, String relation, String id) {
        String plain = id.strip();
        if (plain.isEmpty()) {
            return;
        }
        found.merge(
                Folded.lower(plain),
                BaseModel.newBuilder().setRelation(relation).setId(plain).build(),
                (old, added) -> old.getRelation().equals("unknown") ? added : old);
    }

    private static String relation(String written) {
        return RELATIONS.contains(written) ? written : "unknown";
    }
}
