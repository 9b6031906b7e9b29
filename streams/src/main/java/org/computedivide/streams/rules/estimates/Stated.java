package org.computedivide.streams.rules.estimates;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Training compute as the maker reports it, and as curated tables give it; one value for each origin. */
final class Stated {

    private Stated() {}

    static List<Guess> of(Said said) {
        List<Guess> guesses = new ArrayList<>();
        Set<String> origins = new TreeSet<>();
        for (Voice voice : said.all("trainingCompute")) {
            if (origins.add(voice.origin())) {
                guesses.add(guess(voice));
            }
        }
        return guesses;
    }

    private static Guess guess(Voice voice) {
        boolean curated = voice.isCurated() && !voice.evidence().getTier().equals("maker");
        String words = curated
                ? "as " + voice.evidence().getSource() + " gives it"
                : "as stated: " + voice.fact().getText();
        return new Guess(
                voice.number(),
                sigma(voice, curated),
                curated ? "curated" : "reported",
                curated ? "curated" : "maker",
                voice.fact().getBoundary(),
                voice.fact().getStage(),
                words + " = " + Figures.flop(voice.number()) + " FLOP",
                List.of(voice.source()),
                width(voice, curated));
    }

    private static double sigma(Voice voice, boolean curated) {
        Double low = voice.fact().getLow();
        Double high = voice.fact().getHigh();
        if (low != null && high != null && low > 0 && high > low) {
            return StrictMath.log10(high / low) / (2 * Widths.Z90);
        }
        return Widths.of(width(voice, curated)).sigma();
    }

    private static String width(Voice voice, boolean curated) {
        String plain = curated ? "curated" : "reported";
        return voice.fact().getRule().startsWith("compute-days") ? "reported-days" : plain;
    }
}
