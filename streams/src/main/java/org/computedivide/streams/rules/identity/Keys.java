package org.computedivide.streams.rules.identity;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.computedivide.avro.BaseModel;
import org.computedivide.avro.Evidence;
import org.computedivide.streams.rules.names.Folded;
import org.computedivide.streams.rules.names.ModelName;

/** Identity keys of one observation, by its evidence alone. */
final class Keys {

    private static final Set<String> DERIVED = Set.of("finetune", "quantized", "adapter", "merge");

    private Keys() {}

    /** Strong keys, never empty: an observation without any is known by its own address in the log. */
    static NavigableSet<String> strong(Evidence evidence) {
        var keys = new TreeSet<>(evidence.getKeys());
        if (keys.isEmpty()) {
            keys.add("observation:" + Versions.key(evidence));
        }
        return keys;
    }

    /** The key of the model that this one was made from: the most certain of those named. */
    static Optional<String> base(Evidence evidence) {
        for (BaseModel base : evidence.getBaseModels()) {
            String id = Folded.lower(base.getId().trim());
            if (!id.isEmpty()) {
                return Optional.of(id.indexOf('/') > 0 ? "repo:" + id : "model:" + id);
            }
        }
        return Optional.empty();
    }

    /** The name of its family without spelling: {@code hunyuan-video} and {@code hunyuanvideo} agree; empty without name. */
    static String name(Evidence evidence) {
        return ModelName.familyKey(evidence.getFamily());
    }

    /** That name, and the same without the name of its base model, when one of its own remains. */
    static NavigableSet<String> names(Evidence evidence) {
        var names = new TreeSet<String>();
        names.add(name(evidence));
        names.add(ModelName.read(evidence.getFamily()).ownFamilyKey());
        names.remove("");
        return names;
    }

    /** Whether a maker is known: without one an observation is weak. */
    static boolean hasMaker(Evidence evidence) {
        return !evidence.getOrganizations().isEmpty();
    }

    /** Whether the kind says that it was made from another model. */
    static boolean isDerivative(Evidence evidence) {
        return DERIVED.contains(evidence.getKind());
    }
}
