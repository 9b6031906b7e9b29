package org.computedivide.streams.rules.facts;

import java.util.List;
import java.util.Set;
import org.computedivide.streams.rules.facts.Whose.Owner;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Stems;
import org.computedivide.streams.rules.text.Token;
import org.computedivide.streams.rules.text.WordSet;

/** Reads tokens seen in training, and tokens of a data set: "trained on 15T tokens", "a corpus of 300 billion tokens". */
final class TokenRule implements Rule {

    static final Set<String> FIELDS = WordSet.of("trainingTokens", "datasetTokens");

    private static final int BETWEEN = 9;
    private static final double FEWEST = 3e7;

    /** No context, batch or vocabulary is so large: such a number of tokens needs no word of training beside it. */
    private static final double ONLY_TRAINING = 1e11;

    /** "56.8B label tokens and 88.8B context tokens": the second are read, not learned. */
    private static final Set<String> GIVEN = WordSet.of("context", "prompt");

    private static final Set<String> CORPUS = Words.words("""
            corpus corpora dataset datasets set collection mixture containing contains comprising comprises comprised totaling
            totalling consisting consists composed pile""");
    private static final Set<String> SEEN = Words.words("on for over with using through see sees saw seen after");
    private static final Set<String> ANOTHER = WordSet.of("another");
    private static final Set<String> SAW = Words.words("saw seen consumed consumes exposed ingested");
    private static final Set<String> IN_ALL = WordSet.of("all", "total");
    private static final Set<String> TRAINING_OF = WordSet.of("training", "pretraining");
    private static final Set<String> STARTING = WordSet.of("from", "on", "than", "like", "unlike");
    private static final Stems TUNING = Stems.of(
            "finetun",
            "sft",
            "instruct",
            "align",
            "posttrain",
            "supervised",
            "rlhf",
            "reinforcement",
            "dpo",
            "distill");
    private static final Stems CONTINUED = Stems.of(
            "continu",
            "initializ",
            "initialis",
            "additional",
            "further",
            "extra",
            "midtrain",
            "anneal",
            "extension",
            "second",
            "extend",
            "cooldown");
    private static final Stems TRAINING =
            Stems.of("train", "pretrain", "retrain", "corpus", "corpora", "data", "consum", "learn", "pre");

    private static final Stems STEPS = Stems.of("step", "iteration", "batch", "update", "train", "pretrain");

    private final Whose whose;

    TokenRule(Whose whose) {
        this.whose = whose;
    }

    @Override
    public Set<String> telling() {
        return Words.TOKEN;
    }

    @Override
    public double least() {
        return FEWEST;
    }

    @Override
    public void read(Sentence sentence, List<Finding> into) {
        for (int i = 0; i < sentence.size(); i++) {
            Token token = sentence.get(i);
            if (token.isNumber() && token.value() >= FEWEST && isTraining(sentence, i)) {
                int end = TokenList.last(sentence, i);
                int last = sentence.after(i, end - i + 2, GIVEN) > 0 ? i : end;
                into.add(last > i ? sum(sentence, i, last) : finding(sentence, i));
                i = last;
            }
        }
    }

    /** "126 billion Arabic tokens, 251 billion English tokens and 50 billion code tokens". */
    private static Finding sum(Sentence sentence, int first, int last) {
        Finding one = finding(sentence, first);
        return Finding.number(
                        one.field(),
                        TokenList.sum(sentence, first, last),
                        one.unit(),
                        sentence,
                        first,
                        last,
                        one.rule())
                .inStage(one.stage());
    }

    private boolean isTraining(Sentence sentence, int i) {
        int unit = unit(sentence, i);
        boolean many = sentence.get(i).value() >= ONLY_TRAINING;
        return unit >= 0
                && sentence.after(i, unit - i, GIVEN) < 0
                && !OtherTokens.isOne(sentence, i, unit)
                && (trained(sentence, i) || !MadeTokens.isOne(sentence, i, unit))
                && !TokenCount.isWholeOfPart(sentence, i)
                && !(i > 0 && sentence.get(i - 1).is("at"))
                && (many || sentence.nearStem(i, 30, TRAINING))
                && !isOfNamedBefore(sentence, i)
                && (isAfterTraining(sentence, i) || whose.of(sentence, i) == Owner.OURS);
    }

    /** "Starting from X 2.5, trained on 18T tokens, we": what is added to another's name is another's. */
    private boolean isOfNamedBefore(Sentence sentence, int i) {
        int comma = sentence.before(i, 6, ",");
        return comma > 1
                && sentence.stemBefore(i, Math.min(5, i - comma), Words.TRAIN)
                && sentence.after(comma, i - comma, Words.OURS) < 0
                && whose.isBehindAnothers(sentence, comma, STARTING);
    }

    /** "comparable to X after pretraining on 11.2T tokens": the training is that of whom is compared. */
    private static boolean isAfterTraining(Sentence sentence, int i) {
        int after = sentence.before(i, 5, "after");
        return after >= 0 && sentence.stemBefore(i, i - after, Words.TRAIN);
    }

    /** The word tokens behind a number, or in front of it with a colon between; -1 when it counts something else. */
    private static int unit(Sentence sentence, int i) {
        int k = i + 1;
        while (sentence.holds(k) && k - i <= BETWEEN && sentence.get(k).in(Words.BETWEEN_NUMBER_AND_TOKEN)) {
            k++;
        }
        if (k == i + 1 && sentence.holds(k) && sentence.get(k).is("(")) {
            int close = sentence.after(k, 4, ")");
            k = close > 0 ? close + 1 : k;
        }
        if (sentence.holds(k) && sentence.get(k).in(Words.TOKEN)) {
            return k;
        }
        int listed = TokenList.last(sentence, i) > i ? TokenList.end(sentence, i) : -1;
        return listed > 0 ? listed : TokenCount.isOne(sentence, i) ? i : -1;
    }

    private static Finding finding(Sentence sentence, int i) {
        boolean corpus = (sentence.before(i, 5, CORPUS) >= 0 && !seen(sentence, i))
                || (sentence.after(i, 6, CORPUS) >= 0 && sentence.after(i, 2, "for") < 0);
        String field = corpus ? "datasetTokens" : "trainingTokens";
        String rule = corpus
                ? (trained(sentence, i) ? "tokens-trained-corpus" : "tokens-corpus")
                : trained(sentence, i) ? "tokens-seen" : "tokens-plain";
        Finding finding = Finding.number(field, sentence.get(i).value(), "tokens", sentence, i, i, rule);
        return finding.inStage(stage(sentence, i));
    }

    private static boolean seen(Sentence sentence, int i) {
        if (isSaw(sentence, i)) {
            return true;
        }
        int k = sentence.before(i, 3, SEEN);
        return k > 0 && sentence.stemBefore(k, 2, Words.TRAIN);
    }

    /** "the model saw 300B tokens", "exposed to 10T training tokens", "450B tokens in all". */
    private static boolean isSaw(Sentence sentence, int i) {
        int total = sentence.after(i + 1, 3, IN_ALL);
        boolean training = sentence.before(i, 3, "total") >= 0 && sentence.after(i, 1, TRAINING_OF) > 0;
        return training
                || sentence.before(i, 4, SAW) >= 0
                || (total > 0 && sentence.get(total - 1).is("in") && sentence.after(i, total - i, ";") < 0);
    }

    /** "trained on", "trained for", "pretraining over" at most ten words before. */
    private static boolean trained(Sentence sentence, int i) {
        int link = sentence.before(i, 10, SEEN);
        boolean direct = link >= i - 2 && link > 0 && sentence.stemBefore(link, 18, Words.TRAIN);
        boolean counted = sentence.before(i, 5, Set.of("corresponding", "equivalent", "total", "totalling")) >= 0
                && sentence.stemBefore(i, 30, STEPS);
        return direct
                || counted
                || isSaw(sentence, i)
                || (link > 0 && (sentence.stemBefore(link, 6, Words.TRAIN) || sentence.stemBefore(i, 10, Words.TRAIN)));
    }

    /** "For X - Instruct, we train …". */
    private static boolean isForTuned(Sentence sentence) {
        return sentence.get(0).is("for") && sentence.after(0, 6, Set.of("instruct", "chat")) > 0;
    }

    private static String stage(Sentence sentence, int i) {
        if (sentence.stemBefore(i, 12, TUNING) || isForTuned(sentence)) {
            return "supervised-tuning";
        }
        return sentence.stemBefore(i, 20, CONTINUED)
                        || sentence.after(i, 4, Set.of("additional", "more", "new", "extra", "further")) >= 0
                        || sentence.before(i, 2, ANOTHER) >= 0
                ? "continued"
                : "pretraining";
    }
}
