package org.computedivide.streams.rules.kind;

import java.util.regex.Pattern;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.learned.LinearModel;

/** Judges a post of a laboratory by its title, address and first sentences: {@code post-model.csv}. */
final class PostKind {

    /** A title that says what else it is, whatever models it names. */
    private static final Pattern OTHER_THING = Pattern.compile(
            "^(?:how|why|what|when|release notes|changelog)\\b|\\bAPP\\b|^API\\b", Pattern.CASE_INSENSITIVE);

    private static final LinearModel MODEL = LinearModel.of("post-model.csv");

    private PostKind() {}

    static Kind of(Observation observation) {
        return !OTHER_THING.matcher(observation.getTitle()).find() && MODEL.says(PostFeatures.of(observation))
                ? Kind.release(Kind.BASE, "post-announces", observation.getTitle())
                : Kind.notARelease("post-announces-none", "");
    }
}
