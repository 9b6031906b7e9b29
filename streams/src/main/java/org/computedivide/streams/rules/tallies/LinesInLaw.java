package org.computedivide.streams.rules.tallies;

import java.util.List;
import java.util.stream.Stream;
import org.computedivide.avro.CountedRelease;
import org.computedivide.streams.rules.thresholds.LegalLine;
import org.computedivide.streams.rules.thresholds.LegalLine.Scope;
import org.computedivide.streams.rules.thresholds.Thresholds;

/** The lines in law that were in force when a release was published, and speak of it. */
final class LinesInLaw {

    private static final String MAYBE = "?";
    private static final String UNKNOWN = "unknown";

    /** A line with its days as numbers, since 1970-01-01. */
    private record Dated(LegalLine line, long from, long to) {

        private static Dated of(LegalLine line) {
            return new Dated(
                    line,
                    line.from().toEpochDay(),
                    line.to() == null ? Long.MAX_VALUE : line.to().toEpochDay());
        }

        private boolean isInForce(long day) {
            return from <= day && day < to;
        }
    }

    private static final List<Dated> LINES =
            Thresholds.bundled().lines().stream().map(Dated::of).toList();

    private LinesInLaw() {}

    /** Their ids; marked when it cannot be said whether the law speaks of the release. */
    static List<String> of(CountedRelease release) {
        if (!release.getDated()) {
            return List.of();
        }
        return LINES.stream()
                .filter(line -> line.isInForce(release.getDay()))
                .flatMap(line -> spoken(line.line(), release))
                .toList();
    }

    /** The mark of a release of which it cannot be said. */
    static String maybe(String id) {
        return id + MAYBE;
    }

    static boolean isMaybe(String value) {
        return value.endsWith(MAYBE);
    }

    private static Stream<String> spoken(LegalLine line, CountedRelease release) {
        Scope scope = line.scope();
        if (scope == null) {
            return Stream.of(line.id());
        }
        boolean domainKnown = scope.domains() == null || !release.getDomains().isEmpty();
        boolean weightsKnown = scope.weights() == null || !release.getWeights().equals(UNKNOWN);
        boolean costKnown = scope.costAbove() == null || release.getCost() != null;
        if (!domainKnown || !weightsKnown || !costKnown) {
            return Stream.of(maybe(line.id()));
        }
        return covers(scope, release) ? Stream.of(line.id()) : Stream.empty();
    }

    private static boolean covers(Scope scope, CountedRelease release) {
        boolean domain =
                scope.domains() == null || release.getDomains().stream().anyMatch(scope.domains()::contains);
        boolean weights =
                scope.weights() == null || !Thresholds.bundled().openWeights().contains(release.getWeights());
        boolean cost =
                scope.costAbove() == null || (release.getCost() != null && release.getCost() > scope.costAbove());
        return domain && weights && cost;
    }
}
