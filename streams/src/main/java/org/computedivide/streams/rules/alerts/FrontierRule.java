package org.computedivide.streams.rules.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.computedivide.avro.Point;
import org.computedivide.streams.rules.alerts.Verdict.Standing;
import org.computedivide.streams.rules.thresholds.Thresholds;

/** A release whose upper end reaches the tenth largest compute of all published on or before its day. */
final class FrontierRule implements Rule {

    private final Thresholds thresholds;

    FrontierRule(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    @Override
    public String id() {
        return "frontier-compute";
    }

    @Override
    public int version() {
        return 1;
    }

    /** Without ten others there is no frontier to reach. */
    @Override
    public List<Verdict> judge(Case release, CountedComputes computes) {
        return computes.atRank(thresholds.frontierRank(), release.day(), familyId(release))
                .filter(tenth -> release.compute().getHigh() * thresholds.frontierSlack() >= tenth.getCompute())
                .map(tenth -> List.of(verdict(release, computes, tenth)))
                .orElse(List.of());
    }

    private Verdict verdict(Case release, CountedComputes computes, Point tenth) {
        boolean above = release.compute().getHigh() >= tenth.getCompute();
        long rank = computes.larger(release.compute().getValue(), release.day(), familyId(release)) + 1;
        List<String> flags = flags(release, computes);
        return new Verdict(
                "top-" + thresholds.frontierRank(),
                above ? Standing.ABOVE : Standing.BETWEEN,
                tenth.getCompute(),
                OptionalDouble.empty(),
                title(release, rank),
                reason(release, rank, tenth, flags),
                flags);
    }

    private String title(Case release, long rank) {
        String strength = rank <= thresholds.frontierRank() ? "is" : "may be";
        return release.release().getName() + " " + strength + " among the " + thresholds.frontierRank()
                + " largest training runs published so far";
    }

    private String reason(Case release, long rank, Point tenth, List<String> flags) {
        String place = String.format(
                Locale.ROOT,
                "Of all releases published by %s with known compute it is number %d by its central value; number %d has"
                        + " %s FLOP.",
                release.day(),
                rank,
                thresholds.frontierRank(),
                Case.flop(tenth.getCompute()));
        return flags.contains("record-jump")
                ? place + " It is more than ten times the record so far, so the figure needs review."
                : place;
    }

    private List<String> flags(Case release, CountedComputes computes) {
        var flags = new ArrayList<String>();
        Optional<Point> record = computes.atRank(1, release.day(), familyId(release));
        if (record.map(point -> release.compute().getValue() > point.getCompute() * thresholds.recordJump())
                .orElse(false)) {
            flags.add("needs-review");
            flags.add("record-jump");
        }
        return flags;
    }

    private static String familyId(Case release) {
        return release.release().getFamilyId();
    }
}
