package org.computedivide.streams.rules.estimates;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one token costs: six operations for each parameter that is active for it, four where only an adapter is trained, half of
 * the parameters in an encoder-decoder, and the attention where its sizes are known.
 *
 * @param perToken FLOP
 * @param words the factors, without the tokens
 * @param size what was counted
 * @param hidden whether the active part of a mixture is not known
 * @param halves whether a token passes one half of the model
 */
record Operations(double perToken, String words, Voice size, boolean hidden, boolean halves) {

    static Optional<Operations> of(Said said) {
        Optional<Voice> active = said.best("activeParameters");
        return active.or(() -> said.best("parameters")).map(size -> of(said, size, active.isPresent()));
    }

    private static Operations of(Said said, Voice size, boolean active) {
        boolean hidden = !active
                && (said.is("architecture", "mixture-of-experts") || size.number() > Constants.value("largestDense"));
        boolean halves = said.is("architecture", "encoder-decoder") && !hidden;
        double each = Constants.value(said.is("method", "adapter") ? "operationsAdapter" : "operations")
                * (halves ? Constants.value("encoderDecoder") : 1);
        double lookedUp = lookedUp(said, size);
        double attention = attention(said);
        String words = Figures.plain(each) + " × " + size(size, lookedUp) + (active ? " active" : "")
                + (hidden ? " total / 11 for the experts at rest" : "")
                + (halves ? " in two halves" : "")
                + (attention > 1 ? " × " + Figures.plain(attention) + " with attention" : "");
        return new Operations(each * (size.number() - lookedUp) * attention, words, size, hidden, halves);
    }

    private static String size(Voice size, double lookedUp) {
        return lookedUp > 0
                ? "(" + Figures.count(size.number()) + " − " + Figures.count(lookedUp) + " of the input embedding)"
                : Figures.count(size.number());
    }

    /** In small models the input embedding is a large part, and it is looked up, not multiplied. */
    private static double lookedUp(Said said, Voice size) {
        double embedding = said.best("inputEmbedding").map(Voice::number).orElse(0.0);
        return size.number() < Constants.value("smallModel") && embedding < size.number() ? embedding : 0;
    }

    /** 1 + s/(6d), half of it as attention is causal in a model of language; 1 where width or length of sequences is unknown. */
    private static double attention(Said said) {
        double width = said.best("hiddenSize").map(Voice::number).orElse(0.0);
        double length = said.single("sequenceLength").map(Voice::number).orElse(0.0);
        double causal = said.is("architecture", "encoder") ? 1 : Constants.value("causal");
        return width > 0 && length > 0 ? 1 + causal * length / (Constants.value("operations") * width) : 1;
    }

    /** Parameters that a token passes; NaN where that is not known. */
    static double active(Said said) {
        @Nullable Operations operations = of(said).orElse(null);
        return operations == null || operations.hidden()
                ? Double.NaN
                : operations.size().number();
    }
}
