package org.computedivide.streams.rules.thresholds;

import java.time.LocalDate;
import java.util.List;
import org.computedivide.avro.Compute;
import org.computedivide.avro.Quantity;
import org.computedivide.avro.Release;
import org.jspecify.annotations.Nullable;

/**
 * A line over training compute drawn by law.
 *
 * @param id stable short name
 * @param name for people
 * @param flop the line
 * @param comparison greater | at-least
 * @param boundary what the law counts
 * @param scope which models it is about; null for all
 * @param from first day in force
 * @param to first day no longer in force; null while it is
 * @param source the official text
 */
public record LegalLine(
        String id,
        String name,
        double flop,
        String comparison,
        String boundary,
        @Nullable Scope scope,
        LocalDate from,
        @Nullable LocalDate to,
        String source) {

    /**
     * Which models a line is about.
     *
     * @param domains any of these; null for all
     * @param weights closed for models whose weights nobody can download; null for all
     * @param costAbove US dollars of compute; null for all
     */
    public record Scope(
            @Nullable List<String> domains,
            @Nullable String weights,
            @Nullable Double costAbove) {

        boolean covers(Release release, boolean open) {
            return coversDomain(release) && (weights == null || !open) && coversCost(release.getCost());
        }

        private boolean coversDomain(Release release) {
            return domains == null || release.getDomains().stream().anyMatch(domains::contains);
        }

        private boolean coversCost(@Nullable Quantity cost) {
            return costAbove == null || (cost != null && cost.getValue() > costAbove);
        }
    }

    /** Whether the line was in force on the day. */
    public boolean isInForce(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    /** Whether the release is one of those that the law speaks of, whatever its compute. */
    public boolean covers(Release release, boolean open) {
        return scope == null || scope.covers(release, open);
    }

    /** Whether only more than the line counts, not as much. */
    public boolean isStrict() {
        return !comparison.equals("at-least");
    }

    /** Values that count more than the law does are no evidence; unknown may stand with updates-only (DECISIONS 18). */
    public boolean counts(Compute compute) {
        return compute.getBoundary().equals(boundary) || compute.getBoundary().equals("unknown");
    }

    /** The probability that the true compute is on the far side of the line. */
    public double probability(Compute compute) {
        return Exceedance.probability(compute, flop, !isStrict());
    }
}
