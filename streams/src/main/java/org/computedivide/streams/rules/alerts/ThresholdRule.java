package org.computedivide.streams.rules.alerts;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.computedivide.streams.rules.alerts.Verdict.Standing;
import org.computedivide.streams.rules.thresholds.LegalLine;
import org.computedivide.streams.rules.thresholds.Thresholds;

/** A release that probably exceeds a line drawn by a law that was in force on its day. */
final class ThresholdRule implements Rule {

    private static final double CERTAIN = 0.9;

    private final Thresholds thresholds;

    ThresholdRule(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    @Override
    public String id() {
        return "threshold";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Verdict> judge(Case release, CountedComputes computes) {
        return thresholds.lines().stream()
                .filter(line -> applies(line, release))
                .flatMap(line -> verdicts(line, release))
                .toList();
    }

    private boolean applies(LegalLine line, Case release) {
        return line.isInForce(release.day())
                && line.counts(release.compute())
                && line.covers(release.release(), thresholds.isOpen(release.release()));
    }

    private Stream<Verdict> verdicts(LegalLine line, Case release) {
        double probability = line.probability(release.compute());
        return thresholds.edges().stream()
                .filter(edge -> probability >= Math.min(edge, thresholds.withdrawBelow()))
                .map(edge -> verdict(line, release, edge, probability));
    }

    private static Verdict verdict(LegalLine line, Case release, double edge, double probability) {
        String flop = Case.flop(line.flop());
        boolean certain = Math.min(edge, probability) >= CERTAIN;
        String title = release.release().getName() + (certain ? " almost certainly" : " probably") + " exceeds " + flop
                + " FLOP, the line of the " + line.name();
        String reason = String.format(
                Locale.ROOT,
                "The probability that it is above %s FLOP is %.2f (this alert fires at %.1f). The line: %s.",
                flop,
                probability,
                edge,
                line.source());
        return new Verdict(
                line.id() + " at " + String.format(Locale.ROOT, "%.1f", edge),
                probability >= edge ? Standing.ABOVE : Standing.BETWEEN,
                line.flop(),
                OptionalDouble.of(probability),
                title,
                reason,
                List.of());
    }
}
