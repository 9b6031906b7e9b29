package org.computedivide.streams.rules.estimates;

import java.util.List;
import org.computedivide.avro.Estimate;

/**
 * An estimate in the making: a centre and a width in log10.
 *
 * @param width id of the row of widths.csv that sigma is from; empty when it is not from there
 */
record Guess(
        double value,
        double sigma,
        String method,
        String tier,
        String boundary,
        String stage,
        String arithmetic,
        List<String> sources,
        String width) {

    Guess {
        sources = sources.stream().sorted().distinct().toList();
    }

    static Guess of(
            String method, String tier, double value, Widths.Width width, String arithmetic, List<String> sources) {
        double centred = width.centre() == 0 ? value : value * StrictMath.pow(10, width.centre());
        return new Guess(centred, width.sigma(), method, tier, "unknown", "unknown", arithmetic, sources, width.id());
    }

    Guess marked(String newBoundary, String newStage) {
        return new Guess(value, sigma, method, tier, newBoundary, newStage, arithmetic, sources, width);
    }

    double low() {
        return value / StrictMath.pow(10, Widths.Z90 * sigma);
    }

    double high() {
        return value * StrictMath.pow(10, Widths.Z90 * sigma);
    }

    String confidence() {
        return sigma <= 0.15 ? "high" : sigma <= 0.45 ? "medium" : "low";
    }

    Estimate estimate(boolean used, String note) {
        return Estimate.newBuilder()
                .setValue(value)
                .setLow(low())
                .setHigh(high())
                .setMethod(method)
                .setConfidence(confidence())
                .setBoundary(boundary)
                .setStage(stage)
                .setSigma(sigma)
                .setArithmetic(arithmetic)
                .setSources(sources)
                .setTier(tier)
                .setUsed(used)
                .setWidth(width)
                .setNote(note)
                .build();
    }
}
