package org.computedivide.streams.rules.alerts;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.computedivide.avro.Release;
import org.computedivide.streams.rules.thresholds.Thresholds;

/** What the rules that look at one release alone would say of it: those of lines in law and of open weights. */
public final class Standings {

    private static final List<Rule> RULES =
            List.of(new ThresholdRule(Thresholds.bundled()), new OpenWeightsRule(Thresholds.bundled()));

    private Standings() {}

    /** Stream and edge of every alert that the release is above, for example {@code threshold: eu-ai-act at 0.5}. */
    public static SortedSet<String> above(Release release) {
        var none = new CountedComputes();
        var above = new TreeSet<String>();
        Case.of(release).ifPresent(one -> RULES.forEach(rule -> above.addAll(edges(rule, one, none))));
        return above;
    }

    private static List<String> edges(Rule rule, Case release, CountedComputes computes) {
        Stream<Verdict> verdicts = rule.judge(release, computes).stream();
        return verdicts.filter(verdict -> verdict.standing() == Verdict.Standing.ABOVE)
                .map(verdict -> rule.id() + ": " + verdict.edge())
                .toList();
    }
}
