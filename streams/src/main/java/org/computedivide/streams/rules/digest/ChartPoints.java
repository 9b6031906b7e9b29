package org.computedivide.streams.rules.digest;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.computedivide.avro.Compute;
import org.computedivide.avro.CountedRelease;
import org.computedivide.avro.Point;
import org.computedivide.avro.Release;
import org.computedivide.streams.rules.draws.Seed;
import org.computedivide.streams.rules.tallies.CountedReleases;

/**
 * The dots of the chart: releases of the last ten years whose compute counts. When there are more than a chart can
 * show, the hundred largest stay and the rest is thinned by a seed of their names, not by where they lie.
 */
final class ChartPoints {

    private static final int MOST = 600;
    private static final int YEARS = 10;
    private static final int LARGEST = 100;

    private ChartPoints() {}

    static List<Point> of(Collection<Release> releases, LocalDate day) {
        List<Point> points = releases.stream()
                .filter(release -> isShown(release, day))
                .map(ChartPoints::point)
                .toList();
        return thinned(points).stream()
                .sorted(Comparator.comparing(Point::getDate).thenComparing(Point::getFamilyId))
                .toList();
    }

    private static boolean isShown(Release release, LocalDate day) {
        return CountedReleases.of(release)
                .filter(counted -> counted.getCumulative() != null)
                .map(CountedRelease::getDay)
                .filter(published -> published <= day.toEpochDay()
                        && published > day.minusYears(YEARS).toEpochDay())
                .isPresent();
    }

    private static List<Point> thinned(List<Point> points) {
        if (points.size() <= MOST) {
            return points;
        }
        List<Point> largest = points.stream()
                .sorted(Comparator.comparingDouble(Point::getCompute).reversed().thenComparing(Point::getFamilyId))
                .toList();
        List<Point> rest = largest.subList(LARGEST, largest.size()).stream()
                .sorted(Comparator.<Point>comparingLong(
                                point -> Seed.of(point.getFamilyId()).bits())
                        .thenComparing(Point::getFamilyId))
                .limit(MOST - LARGEST)
                .toList();
        return Stream.concat(largest.stream().limit(LARGEST), rest.stream()).toList();
    }

    private static Point point(Release release) {
        Compute compute = Optional.ofNullable(release.getCompute()).orElseThrow();
        return Point.newBuilder()
                .setFamilyId(release.getFamilyId())
                .setName(release.getName())
                .setDate(Optional.ofNullable(release.getPublishedDay()).orElse(""))
                .setCompute(compute.getValue())
                .setLow(compute.getLow())
                .setHigh(compute.getHigh())
                .setAffiliation(release.getAffiliation())
                .build();
    }
}
