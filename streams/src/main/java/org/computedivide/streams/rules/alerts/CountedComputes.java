package org.computedivide.streams.rules.alerts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.computedivide.avro.Compute;
import org.computedivide.avro.Point;
import org.computedivide.avro.Release;
import org.computedivide.avro.Variant;
import org.computedivide.streams.rules.identity.PublicationDate;
import org.jspecify.annotations.Nullable;

/**
 * Headline variants with counted compute, largest first: cumulative, dated, and never imputed. For a release of today
 * the first rows answer everything; only for one of long ago is the list walked further.
 */
public final class CountedComputes {

    private static final Comparator<Point> LARGEST = Comparator.comparingDouble(Point::getCompute)
            .reversed()
            .thenComparing(Point::getFamilyId)
            .thenComparing(Point::getName);

    private final TreeSet<Point> bySize = new TreeSet<>(LARGEST);
    private final TreeMap<String, List<Point>> byFamily = new TreeMap<>();

    /** The rows of a release: one for each headline variant whose compute counts. */
    public static List<Point> pointsOf(Release release) {
        var points = new ArrayList<Point>();
        for (Variant variant : release.getVariants()) {
            if (variant.getHeadline()) {
                point(release, variant).ifPresent(points::add);
            }
        }
        return points;
    }

    /** Replaces the rows of a family; none end it. */
    public void replace(String familyId, List<Point> points) {
        List<Point> before = byFamily.remove(familyId);
        if (before != null) {
            before.forEach(bySize::remove);
        }
        if (!points.isEmpty()) {
            byFamily.put(familyId, List.copyOf(points));
            bySize.addAll(points);
        }
    }

    /**
     * The compute at a rank among the rows of other families published on or before the day.
     *
     * @return empty when there are fewer rows than that
     */
    public Optional<Point> atRank(int rank, LocalDate day, String exceptFamily) {
        return bySize.stream()
                .filter(point -> isRival(point, day, exceptFamily))
                .skip(rank - 1L)
                .findFirst();
    }

    /** How many rows of other families, published on or before the day, are larger. */
    public long larger(double compute, LocalDate day, String exceptFamily) {
        return bySize.stream()
                .takeWhile(point -> point.getCompute() > compute)
                .filter(point -> isRival(point, day, exceptFamily))
                .count();
    }

    private static boolean isRival(Point point, LocalDate day, String exceptFamily) {
        return !point.getFamilyId().equals(exceptFamily)
                && !LocalDate.parse(point.getDate()).isAfter(day);
    }

    private static Optional<Point> point(Release release, Variant variant) {
        Compute compute = variant.getCompute();
        Optional<LocalDate> day = day(release, variant);
        if (compute == null || compute.getImputed() || compute.getValue() <= 0 || day.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Point.newBuilder()
                .setFamilyId(release.getFamilyId())
                .setName(variant.getId())
                .setDate(day.get().toString())
                .setCompute(compute.getValue())
                .setLow(compute.getLow())
                .setHigh(compute.getHigh())
                .setAffiliation(release.getAffiliation())
                .build());
    }

    /** The variant's own day, else that of its family. */
    static Optional<LocalDate> day(Release release, @Nullable Variant variant) {
        Optional<LocalDate> own = variant == null ? Optional.empty() : PublicationDate.day(variant.getPublishedAt());
        return own.or(() -> PublicationDate.day(release.getPublishedDay()));
    }
}
