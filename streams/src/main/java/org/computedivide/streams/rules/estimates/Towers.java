package org.computedivide.streams.rules.estimates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A model of several towers (image, sound, text): 6 × Σ parameters × tokens of each; a frozen tower takes the forward pass only.
 * Applies when the tokens of every tower whose size is given are known too; images are patches, sounds are frames.
 */
final class Towers {

    private static final String FROZEN = "frozen";

    private Towers() {}

    static Optional<Guess> of(Said said) {
        List<Voice> sizes = said.each("towerParameters");
        List<String> words = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        double value = 0;
        for (Voice size : sizes) {
            Optional<Voice> tokens = tokens(said, size.fact().getText());
            if (tokens.isEmpty()) {
                return Optional.empty();
            }
            double each = Constants.value(isFrozen(size) ? "operationsForward" : "operations");
            value += each * size.number() * tokens.get().number();
            words.add(Figures.plain(each) + " × " + Figures.count(size.number()) + " × "
                    + Figures.count(tokens.get().number()) + " tokens of the "
                    + name(size.fact().getText())
                    + (isFrozen(size) ? " (frozen)" : ""));
            sources.addAll(List.of(size.source(), tokens.get().source()));
        }
        Widths.Width width = Widths.of("counting");
        String arithmetic = String.join(" + ", words) + " = " + Figures.flop(value) + " FLOP";
        return sizes.isEmpty()
                ? Optional.empty()
                : Optional.of(Guess.of("operation-counting", "computed", value, width, arithmetic, sources)
                        .marked("updates-only", "pretraining"));
    }

    private static Optional<Voice> tokens(Said said, String tower) {
        return said.best("towerTokens", voice -> name(voice.fact().getText()).equals(name(tower)));
    }

    private static boolean isFrozen(Voice size) {
        return size.fact().getText().contains(FROZEN);
    }

    private static String name(String tower) {
        return tower.replace(FROZEN, "").replace(",", "").strip();
    }
}
