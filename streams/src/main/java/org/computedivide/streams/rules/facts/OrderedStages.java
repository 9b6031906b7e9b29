package org.computedivide.streams.rules.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Stems;
import org.computedivide.streams.rules.text.Token;
import org.computedivide.streams.rules.text.WordSet;

/**
 * Tokens of the stages of one training, each told by its number or name, in one sentence or in several: "In stage 1 we train on 4T
 * tokens. Stage 2 continues with 500B tokens." They add up where none is left out and none is told twice with other counts.
 */
final class OrderedStages {

    private static final int IN_FRONT = 24;
    private static final int BEHIND = 7;
    private static final int BEFORE_NUMBER = 3;
    private static final double MOST_STAGES = 10;
    private static final double SAME = 0.02;
    private static final Set<String> STAGE = WordSet.of("stage", "phase", "stage1", "stage2", "stage3", "stage4");
    private static final Set<String> IN = WordSet.of("in", "during", "for", "of");
    private static final Map<String, Integer> ORDER =
            Map.of("first", 1, "initial", 1, "second", 2, "third", 3, "fourth", 4);
    private static final Stems PRETRAINING = Stems.of("pretrain");
    /** Stages behind all that have a number. */
    private static final Map<String, Integer> LATER = Map.of(
            "midtraining",
            51,
            "mid",
            51,
            "annealing",
            52,
            "anneal",
            52,
            "annealed",
            52,
            "cooldown",
            53,
            "extension",
            54);

    private static final Map<String, Integer> NUMBERLESS = Map.of("final", 55, "last", 55);
    private static final Set<String> OF_TRAINING = WordSet.of("training", "train", "trained", "trains");
    private static final Set<String> OF_LENGTH = WordSet.of("context", "length", "sequence");

    private static final int FIRST_NAMED = 50;
    private static final Set<String> TUNING = WordSet.of("supervised-tuning", "reinforcement-learning");

    private OrderedStages() {}

    /** Adds one finding of the sum where it is clear; what is of a later stage is no pretraining of its own. */
    static void add(List<Finding> findings) {
        Map<Finding, Integer> stages = stages(findings.stream()
                .filter(finding -> TokenRule.FIELDS.contains(finding.field())
                        && finding.owner().isEmpty()
                        && !TUNING.contains(finding.stage()))
                .toList());
        findings.replaceAll(finding -> stages.getOrDefault(finding, 0) > 1 ? finding.inStage("continued") : finding);
        NavigableMap<Integer, Finding> byStage = byStage(stages);
        double sum = byStage.values().stream().mapToDouble(Finding::value).sum();
        boolean clear = stages.entrySet().stream()
                .noneMatch(told -> told.getValue() == 0 && isAnother(told.getKey(), byStage, sum));
        if (clear && isWhole(byStage)) {
            Finding first = byStage.firstEntry().getValue();
            findings.add(Finding.number(
                            "trainingTokens",
                            sum,
                            first.unit(),
                            first.sentence(),
                            first.from(),
                            first.to(),
                            rule(first))
                    .inStage("pretraining"));
        }
    }

    private static String rule(Finding first) {
        return first.rule().equals(TableFacts.RULE) ? first.rule() : "tokens-seen";
    }

    /** Of which stage each count is; 0 where none is named. */
    private static Map<Finding, Integer> stages(List<Finding> tokens) {
        Map<Finding, Integer> stages = new LinkedHashMap<>();
        int from = 0;
        for (int n = 0; n < tokens.size(); n++) {
            Finding finding = tokens.get(n);
            boolean last = n + 1 == tokens.size() || tokens.get(n + 1).sentence() != finding.sentence();
            int to = last ? finding.sentence().size() : tokens.get(n + 1).from();
            stages.put(finding, stage(finding, from, to));
            from = last ? 0 : finding.to() + 1;
        }
        return stages;
    }

    private static int stage(Finding finding, int from, int to) {
        Sentence sentence = finding.sentence();
        int front = sentence.before(finding.from(), Math.min(IN_FRONT, finding.from() - from), STAGE);
        if (front >= 0) {
            return number(sentence, front);
        }
        int behind = sentence.after(finding.to(), Math.min(BEHIND, to - finding.to() - 1), STAGE);
        if (behind > 0 && sentence.after(finding.to(), behind - finding.to(), IN) > 0) {
            return number(sentence, behind);
        }
        for (int k = finding.from() - 1; k >= Math.max(from, finding.from() - IN_FRONT); k--) {
            Token token = sentence.get(k);
            if (isLater(sentence, k)) {
                return LATER.getOrDefault(token.word(), 0);
            }
            if (token.is("pre") || (!token.isNumber() && PRETRAINING.begin(token.word()))) {
                return finding.stage().equals("pretraining") ? 1 : 0;
            }
        }
        return 0;
    }

    /** "annealing", "mid-training", "long-context extension", but not "a mid-sized model". */
    private static boolean isLater(Sentence sentence, int k) {
        Token token = sentence.get(k);
        boolean other = (token.is("mid") && sentence.after(k, 2, OF_TRAINING) < 0)
                || (token.is("extension") && sentence.before(k, BEFORE_NUMBER, OF_LENGTH) < 0);
        return token.in(LATER.keySet()) && !other;
    }

    /** 2 of "stage 2", "second stage" and "stage2"; 0 where it has no number. */
    private static int number(Sentence sentence, int stage) {
        String word = sentence.get(stage).word();
        char last = word.charAt(word.length() - 1);
        if (Character.isDigit(last)) {
            return last - '0';
        }
        boolean numbered = sentence.holds(stage + 1)
                && sentence.get(stage + 1).isNumber()
                && sentence.get(stage + 1).value() < MOST_STAGES;
        if (numbered) {
            return (int) sentence.get(stage + 1).value();
        }
        int order = sentence.before(stage, BEFORE_NUMBER, ORDER.keySet());
        if (order >= 0) {
            return ORDER.getOrDefault(sentence.get(order).word(), 0);
        }
        int name = sentence.before(stage, BEFORE_NUMBER, LATER.keySet());
        boolean named = name >= 0 && isLater(sentence, name);
        int end = sentence.before(stage, BEFORE_NUMBER, NUMBERLESS.keySet());
        return named
                ? LATER.getOrDefault(sentence.get(name).word(), 0)
                : end >= 0 ? NUMBERLESS.getOrDefault(sentence.get(end).word(), 0) : 0;
    }

    /** One count for each stage; none where a stage is told with several. */
    private static NavigableMap<Integer, Finding> byStage(Map<Finding, Integer> stages) {
        NavigableMap<Integer, Finding> one = new TreeMap<>();
        for (Map.Entry<Finding, Integer> told : stages.entrySet()) {
            Finding before = told.getValue() == 0 ? null : one.putIfAbsent(told.getValue(), told.getKey());
            if (before != null && !isSame(before.value(), told.getKey().value())) {
                return new TreeMap<>();
            }
        }
        return one;
    }

    /** Two or more, from the first on, none left out between. */
    private static boolean isWhole(NavigableMap<Integer, Finding> byStage) {
        int numbered = byStage.headMap(FIRST_NAMED).size();
        return byStage.size() > 1
                && byStage.firstKey() == 1
                && byStage.headMap(FIRST_NAMED).lastKey() == numbered;
    }

    /** Tokens seen that are neither those of a stage nor of all of them. */
    private static boolean isAnother(Finding other, NavigableMap<Integer, Finding> byStage, double sum) {
        boolean told = byStage.values().stream().anyMatch(stage -> isSame(stage.value(), other.value()));
        return other.rule().equals("tokens-seen") && !told && !isSame(other.value(), sum);
    }

    private static boolean isSame(double one, double other) {
        return StrictMath.abs(one - other) <= SAME * other;
    }
}
