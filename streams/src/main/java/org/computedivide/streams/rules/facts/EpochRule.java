package org.computedivide.streams.rules.facts;

import java.util.List;
import java.util.Set;
import org.computedivide.streams.rules.facts.Whose.Owner;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Token;
import org.computedivide.streams.rules.text.WordSet;

/** Reads passes over the data: "for 3 epochs", "2.0 epochs", "a single epoch", "num_train_epochs: 3". */
final class EpochRule implements Rule {

    private static final Set<String> EPOCH = WordSet.of("epoch", "epochs");
    private static final Set<String> BETWEEN =
            Words.words("full training complete total pretraining of - the * pre passes");
    private static final Set<String> NOT_LENGTH = Words.words("warmup warm first last early patience decay decayed");
    private static final Set<String> OF_EACH = WordSet.of("per", "every", "each");
    private static final Set<String> FURTHER = WordSet.of("further", "additional", "another");
    private static final Set<String> USUAL = WordSet.of("usually", "typically", "often");
    private static final Set<String> ONCE =
            Words.words("for only a just exactly about approximately over one with in on");
    private static final Set<String> NUMBER_OF = WordSet.of("num", "n");
    private static final Set<String> TIMES = WordSet.of("times");
    private static final Set<String> PASS = WordSet.of("pass", "passes", "passed", "iterates", "iterated", "iterate");
    private static final Set<String> TELLING = Words.union(List.of(EPOCH, PASS));
    private static final Set<String> OVER = WordSet.of("over", "through", "of");
    private static final Set<String> DATA =
            WordSet.of("data", "dataset", "corpus", "set", "database", "collection", "tokens");
    private static final double MOST = 20_000;

    private final Whose whose;

    EpochRule(Whose whose) {
        this.whose = whose;
    }

    @Override
    public Set<String> telling() {
        return TELLING;
    }

    @Override
    public double least() {
        return 0;
    }

    @Override
    public void read(Sentence sentence, List<Finding> into) {
        for (int i = 0; i < sentence.size(); i++) {
            Token token = sentence.get(i);
            if (token.isNumber() && !token.glued() && isCount(sentence, i) && whose.of(sentence, i) == Owner.OURS) {
                boolean after = sentence.before(i, 3, Set.of("after", "around")) >= 0;
                double before = isFurther(sentence, i) ? takeLast(sentence, into) : 0;
                into.add(Finding.number(
                        "epochs",
                        before + token.value(),
                        "epochs",
                        sentence,
                        i,
                        i,
                        after ? "epochs-after" : "epochs-stated"));
            }
        }
    }

    /** "for 100 epochs and then for a further 50 epochs": the two add up. */
    private static boolean isFurther(Sentence sentence, int i) {
        return sentence.before(i, 2, FURTHER) >= 0;
    }

    private static double takeLast(Sentence sentence, List<Finding> from) {
        int last = from.size() - 1;
        boolean same = last >= 0
                && from.get(last).field().equals("epochs")
                && from.get(last).sentence() == sentence;
        return same ? from.remove(last).value() : 0;
    }

    private static boolean isCount(Sentence sentence, int i) {
        return (isEpochs(sentence, i) || isPasses(sentence, i) || isSetting(sentence, i)) && isWhole(sentence, i);
    }

    /** Not the epochs of a warm-up, of each round, or what others usually take. */
    private static boolean isWhole(Sentence sentence, int i) {
        double value = sentence.get(i).value();
        if (value < 0.1
                || value > MOST
                || sentence.before(i, 3, NOT_LENGTH) >= 0
                || sentence.before(i, 1, OF_EACH) >= 0
                || sentence.before(i, 6, USUAL) >= 0
                || (value == 1 && sentence.after(i, 2, PassTimes.TAKES) >= 0)) {
            return false;
        }
        return !sentence.get(i).word().equals("spelled") || value != 1 || sentence.before(i, 2, ONCE) >= 0;
    }

    private static boolean isEpochs(Sentence sentence, int i) {
        int k = i + 1;
        while (sentence.holds(k) && k - i <= 3 && sentence.get(k).in(BETWEEN)) {
            k++;
        }
        return sentence.holds(k) && sentence.get(k).in(EPOCH) && sentence.after(k, 1, NOT_LENGTH) < 0;
    }

    /** "12 passes over the data", "passes over the data 12 times". */
    private static boolean isPasses(Sentence sentence, int i) {
        int times = sentence.after(i, 1, TIMES);
        boolean before = times > 0 && sentence.before(i, 6, PASS) >= 0 && sentence.before(i, 3, DATA) >= 0;
        int passes = sentence.after(i, 2, PASS);
        boolean behind = passes > 0 && sentence.after(passes, 1, OVER) > 0 && sentence.after(passes, 5, DATA) > 0;
        return before || behind;
    }

    /** "epochs: 3", "epochs = 3", "| num_train_epochs | 3". */
    private static boolean isSetting(Sentence sentence, int i) {
        boolean named =
                i > 2 && sentence.get(i - 1).in(EPOCH) && sentence.get(i - 1).glued();
        int k = i - 1;
        while (k > 0 && k > i - 3 && sentence.get(k).is("*")) {
            k--;
        }
        boolean mark = k > 0
                && (sentence.get(k).is(":")
                        || sentence.get(k).is("=")
                        || sentence.get(k).is("|"));
        return (named && sentence.before(i - 1, 2, NUMBER_OF) >= 0) || (mark && sentence.before(i, 4, EPOCH) >= 0);
    }
}
