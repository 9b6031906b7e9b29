package org.computedivide.streams.rules.estimates;

import java.util.ArrayList;
import java.util.List;

/** Two computed estimates as one, with random effects: what they differ by beyond their widths widens both. */
final class Combination {

    private Combination() {}

    static boolean disagree(Guess a, Guess b) {
        return Math.abs(StrictMath.log10(a.value() / b.value())) > StrictMath.log10(Constants.value("disagreement"));
    }

    static Guess of(Guess a, Guess b) {
        double r = StrictMath.log10(a.value() / b.value());
        double between = Math.max(0, (r * r - a.sigma() * a.sigma() - b.sigma() * b.sigma()) / 2);
        double weightA = 1 / (a.sigma() * a.sigma() + between);
        double weightB = 1 / (b.sigma() * b.sigma() + between);
        double log =
                (weightA * StrictMath.log10(a.value()) + weightB * StrictMath.log10(b.value())) / (weightA + weightB);
        double sigma = Math.max(StrictMath.sqrt(1 / (weightA + weightB)), Math.min(a.sigma(), b.sigma()));
        double value = StrictMath.pow(10, log);
        List<String> sources = new ArrayList<>(a.sources());
        sources.addAll(b.sources());
        return new Guess(
                value,
                sigma,
                "combined",
                "computed",
                a.boundary(),
                a.stage(),
                a.arithmetic() + "; " + b.arithmetic() + "; combined " + Figures.flop(value) + " FLOP",
                sources,
                a.sigma() <= b.sigma() ? a.width() : b.width());
    }
}
