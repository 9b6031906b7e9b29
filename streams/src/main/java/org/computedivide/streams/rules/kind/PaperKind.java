package org.computedivide.streams.rules.kind;

import java.util.Set;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.Sentences;
import org.computedivide.streams.rules.learned.LinearModel;
import org.computedivide.streams.rules.text.Phrase;

/**
 * Judges a paper by a model learned from read abstracts ({@code paper-model.csv}). Of a hundred abstracts about four
 * announce a model, so a doubtful paper is none.
 */
public final class PaperKind {

    private static final int ABSTRACT = 6_000;
    /** A title that says what else it is, whatever the text speaks of. */
    private static final Phrase OTHER_THING = Phrase.ignoringCase(
            "\\b(?:surveys?|review|benchmark(?:s|ing)?|\\w{2,30}-?bench|datasets?|corpus|corpora|tutorial|shared task|at (?:semeval|clef|trec|wmt)|position paper"
                    + "|toolkit|library|optimizers|(?:training|inference|serving) (?:system|infrastructure|engine)"
                    + "|(?:case|empirical|comparative|systematic) (?:study|analysis))\\b");

    private static final LinearModel MODEL = LinearModel.of("paper-model.csv");

    private PaperKind() {}

    static Kind of(Observation observation) {
        if (isOtherThing(observation.getTitle())) {
            return Kind.notARelease("paper-is-other-thing", observation.getTitle());
        }
        Set<String> features = PaperFeatures.of(observation.getTitle(), observation.getText());
        return MODEL.says(features)
                ? Kind.release(Kind.BASE, "paper-says-made", quote(observation))
                : Kind.notARelease("paper-says-no-model", "");
    }

    /** Whether the title says that the paper is a survey, a benchmark or the like; then the model is not asked. */
    public static boolean isOtherThing(String title) {
        return OTHER_THING.isIn(title);
    }

    /** The sentence that spoke most for a model, or the title where the text has none. */
    private static String quote(Observation observation) {
        String best = observation.getTitle();
        double most = 0;
        for (String sentence : Sentences.of(observation.getText(), ABSTRACT)) {
            double sum = MODEL.sum(PaperFeatures.ofSentence(sentence));
            if (sum > most) {
                most = sum;
                best = sentence;
            }
        }
        return best;
    }
}
