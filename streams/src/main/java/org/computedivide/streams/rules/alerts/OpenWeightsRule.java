package org.computedivide.streams.rules.alerts;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import org.computedivide.avro.Openness;
import org.computedivide.streams.rules.alerts.Verdict.Standing;
import org.computedivide.streams.rules.thresholds.Exceedance;
import org.computedivide.streams.rules.thresholds.Thresholds;

/** A release of large compute whose weights anyone may download, under whatever licence. */
final class OpenWeightsRule implements Rule {

    private final Thresholds thresholds;

    OpenWeightsRule(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    @Override
    public String id() {
        return "open-weights";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Verdict> judge(Case release, CountedComputes computes) {
        double line = thresholds.openWeightsFlop();
        double probability = Exceedance.probability(release.compute(), line, true);
        boolean close =
                probability >= thresholds.withdrawBelow() || release.compute().getValue() >= line;
        return thresholds.isOpen(release.release()) && close ? List.of(verdict(release, line, probability)) : List.of();
    }

    private static Verdict verdict(Case release, double line, double probability) {
        Openness openness = Objects.requireNonNull(release.release().getOpenness());
        String license = openness.getLicense().isEmpty() ? "" : " (licence: " + openness.getLicense() + ")";
        String reason = String.format(
                Locale.ROOT,
                "Its weights can be downloaded, class %s%s. The probability that it is at or above %s FLOP is %.2f.",
                openness.getWeights(),
                license,
                Case.flop(line),
                probability);
        return new Verdict(
                Case.flop(line),
                release.compute().getValue() >= line ? Standing.ABOVE : Standing.BETWEEN,
                line,
                OptionalDouble.of(probability),
                release.release().getName() + " has open weights and about "
                        + Case.flop(release.compute().getValue()) + " FLOP of training compute",
                reason,
                List.of());
    }
}
