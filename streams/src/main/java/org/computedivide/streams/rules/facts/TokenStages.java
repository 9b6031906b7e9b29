package org.computedivide.streams.rules.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Stems;
import org.computedivide.streams.rules.text.WordSet;

/**
 * Tokens of a training from scratch and of its own further stages, which add up: "pretrained on 4T tokens in stage 1; in stage 2
 * on 300B further tokens". A model that goes on from another's checkpoint has no such first stage.
 */
final class TokenStages {

    private static final int AROUND = 12;
    private static final double SAME = 0.02;
    private static final Set<String> FURTHER = Words.words("another additional further more extra second third final");
    private static final int CLAUSE = 24;
    private static final Stems BASE = Stems.of("initiali", "checkpoint", "derive", "base");
    private static final Set<String> WHOLE = Words.words("saw seen total overall all exposed consumed");
    private static final Set<String> PHASE = WordSet.of("phase", "stage");
    private static final Set<String> FIRST =
            Words.words("scratch first stage phase initial initially pretrained pretraining pretrain pre");

    private TokenStages() {}

    /** Adds one finding of the sum, where there is one first stage and what follows it is said to come on top. */
    static void add(List<Finding> findings) {
        OrderedStages.add(findings);
        List<Finding> seen = findings.stream()
                .filter(finding ->
                        finding.rule().equals("tokens-seen") || finding.rule().equals("tokens-trained-corpus"))
                .filter(finding -> finding.owner().isEmpty())
                .toList();
        List<Finding> first = seen.stream().filter(TokenStages::isFirst).toList();
        List<Finding> later =
                distinct(seen.stream().filter(TokenStages::isLater).toList());
        if (first.isEmpty()) {
            addPhases(findings);
        }
        if (later.isEmpty() || distinct(first).size() != 1) {
            return;
        }
        double start = first.get(0).value();
        double sum = start + later.stream().mapToDouble(Finding::value).sum();
        boolean whole = seen.size() == first.size() + later.size()
                && later.stream().allMatch(finding -> finding.value() < start);
        if (whole) {
            findings.add(sum(first.get(0), sum));
        }
    }

    private static Finding sum(Finding first, double sum) {
        return Finding.number(
                        "trainingTokens", sum, first.unit(), first.sentence(), first.from(), first.to(), first.rule())
                .inStage(first.stage());
    }

    /** "The first extension phase has 630B tokens, the second phase 209B": what one sentence tells of several phases. */
    private static void addPhases(List<Finding> into) {
        List<Finding> seen = into.stream()
                .filter(finding ->
                        finding.rule().startsWith("tokens-") && finding.owner().isEmpty())
                .toList();
        List<Finding> phases =
                seen.stream().filter(finding -> isPhase(finding, seen.get(0))).toList();
        if (phases.size() > 1 && phases.size() == seen.size()) {
            into.add(sum(
                    phases.get(0), phases.stream().mapToDouble(Finding::value).sum()));
        }
    }

    private static boolean isPhase(Finding finding, Finding first) {
        return finding.sentence() == first.sentence()
                && finding.stage().equals("continued")
                && finding.sentence().before(finding.from(), AROUND, PHASE) >= 0;
    }

    private static boolean isFirst(Finding finding) {
        return finding.field().equals("trainingTokens")
                && finding.stage().equals("pretraining")
                && near(finding, FIRST)
                && !near(finding, WHOLE);
    }

    private static boolean isLater(Finding finding) {
        return finding.stage().equals("continued")
                && near(finding, FURTHER)
                && !finding.sentence().stemBefore(finding.from(), CLAUSE, BASE);
    }

    private static boolean near(Finding finding, Set<String> words) {
        Sentence sentence = finding.sentence();
        return sentence.before(finding.from(), AROUND, words) >= 0
                || sentence.after(finding.to(), AROUND / 2, words) >= 0;
    }

    private static List<Finding> distinct(List<Finding> findings) {
        List<Finding> distinct = new ArrayList<>();
        for (Finding finding : findings) {
            boolean known = distinct.stream()
                    .anyMatch(other -> StrictMath.abs(other.value() - finding.value()) <= SAME * finding.value());
            if (!known) {
                distinct.add(finding);
            }
        }
        return distinct;
    }
}
