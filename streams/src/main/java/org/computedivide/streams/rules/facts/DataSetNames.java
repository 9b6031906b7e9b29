package org.computedivide.streams.rules.facts;

import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.WordSet;

/** Names of data sets that end in a size: "LAION-5B", "FLD-5B that consists of 5.4 billion annotations". */
final class DataSetNames {

    private static final Set<String> DATA_SETS = Words.words(
            "laion jft datacomp imagenet coyo yfcc webli cc wit cifar pile redpajama mc4 c4 ldb internvid panda openvid");
    private static final double ROUNDED = 0.2;
    private static final Set<String> DATA_SET = WordSet.of("dataset", "datasets", "corpus", "corpora", "benchmark");
    private static final Set<String> ARTICLE = WordSet.of("a", "an", "the", "our");
    /** What may stand between a name and what it is. */
    private static final Set<String> TOLD = WordSet.of(
            ",", "(", "that", "which", "is", "consisting", "comprising", "containing", "contains", "consists");

    private DataSetNames() {}

    /** Whether one of the well-known data sets is named within so many tokens in front of the number. */
    static boolean isKnown(Sentence sentence, int i, int within) {
        return sentence.before(i, within, DATA_SETS) >= 0;
    }

    /** "FLD-5B that consists of 5.4 billion annotations", "Lyra-12M, a dataset with 12M pairs": the name of a data set. */
    static boolean isOne(Sentence sentence, int i) {
        if (sentence.after(i, 1, DATA_SET) > 0) {
            return true;
        }
        boolean told = sentence.after(i, 3, TOLD) > 0;
        int article = sentence.after(i, 3, ARTICLE);
        if (told
                && article > i + 1
                && sentence.after(article, 5, DATA_SET) > 0
                && sentence.after(i, 8, Words.MODEL) < 0) {
            return true;
        }
        for (int k = i + 1; told && k <= i + 10 && sentence.holds(k); k++) {
            if (sentence.get(k).isNumber() && isNear(sentence, i, k) && isNoSize(sentence, k)) {
                return true;
            }
        }
        return false;
    }

    /** Neither parameters nor a model stand behind the number. */
    private static boolean isNoSize(Sentence sentence, int k) {
        return sentence.after(k, 4, Words.PARAMETER) < 0 && sentence.after(k, 4, Words.MODEL) < 0;
    }

    /** Whether a name rounds the number: 5B and 5.4 billion. */
    private static boolean isNear(Sentence sentence, int name, int k) {
        return Math.abs(sentence.get(k).value() / sentence.get(name).value() - 1) <= ROUNDED;
    }
}
