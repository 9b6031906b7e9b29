package org.computedivide.streams.rules.alerts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.computedivide.avro.Point;
import org.computedivide.avro.Release;
import org.computedivide.streams.rules.thresholds.Thresholds;

/**
 * A release with far more compute than any other published on or before its day: shown as the flag {@code record-jump}.
 *
 * @param former the record until then
 * @param times how many times that it has
 */
public record RecordJump(Point former, double times) {

    /** The largest jump of the release's headline variants, if there is one. */
    public static Optional<RecordJump> of(Release release, Collection<Release> all) {
        var computes = new CountedComputes();
        all.forEach(other -> computes.replace(other.getFamilyId(), CountedComputes.pointsOf(other)));
        double factor = Thresholds.bundled().recordJump();
        return CountedComputes.pointsOf(release).stream()
                .flatMap(point -> former(computes, point).stream()
                        .map(former -> new RecordJump(former, point.getCompute() / former.getCompute())))
                .filter(jump -> jump.times() > factor)
                .max(Comparator.comparingDouble(RecordJump::times));
    }

    private static Optional<Point> former(CountedComputes computes, Point point) {
        return computes.atRank(1, LocalDate.parse(point.getDate()), point.getFamilyId());
    }
}
