package org.computedivide.streams.rules.estimates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How many tokens a training saw. Tokens seen stand as they are said, those of a data set times its epochs, or times what is
 * usual for its size where nobody says them; where only the schedule is told, steps × batch × sequence.
 *
 * @param number tokens, epochs multiplied in
 * @param words how they came about
 * @param doubt how sure that is
 * @param voices what they rest on, the tokens first
 */
record TokensSeen(double number, String words, String stage, Doubt doubt, List<Voice> voices) {

    /** What may be wrong with a count. */
    enum Doubt {
        NONE,
        /** More than one count that it could be, or epochs that may be in it already. */
        AMBIGUOUS,
        /** Of a data set whose epochs nobody says. */
        NO_EPOCHS,
        /** The epochs are those usual for so small a data set. */
        USUAL_EPOCHS
    }

    static final Set<String> FIELDS = Set.of("trainingTokens", "datasetTokens");
    private static final Set<String> TUNING = Set.of("supervised-tuning", "reinforcement-learning");

    TokensSeen {
        voices = List.copyOf(voices);
    }

    /** Empty when nothing proves a number to be of tokens. */
    static Optional<TokensSeen> of(Said said) {
        Optional<TokensSeen> scheduled = scheduled(said);
        Optional<TokensSeen> stated = voice(said).map(voice -> stated(said, voice));
        boolean unsure = stated.isPresent() && stated.get().doubt() == Doubt.USUAL_EPOCHS;
        return stated.isEmpty() || unsure ? scheduled.or(() -> stated) : stated;
    }

    /** The voice that counts: tokens seen in pretraining go before those of a data set. */
    static Optional<Voice> voice(Said said) {
        return said.best(FIELDS, voice -> voice.fact().getStage().equals("pretraining") || voice.isCurated())
                .or(() ->
                        said.best(FIELDS, voice -> !TUNING.contains(voice.fact().getStage())));
    }

    private static TokensSeen stated(Said said, Voice tokens) {
        Optional<Voice> epochs = said.best("epochs");
        if (!isDataSet(tokens)) {
            boolean repeated = epochs.isPresent() && epochs.get().number() > 1;
            Doubt doubt = repeated || said.severalTokens() ? Doubt.AMBIGUOUS : Doubt.NONE;
            return seen(tokens, 1, "", doubt, List.of(tokens));
        }
        if (epochs.isPresent()) {
            double passes = epochs.get().number();
            String words = passes == 1 ? "" : " × " + Figures.plain(passes) + " epochs";
            Doubt doubt = said.severalTokens() ? Doubt.AMBIGUOUS : Doubt.NONE;
            return seen(tokens, passes, words, doubt, List.of(tokens, epochs.get()));
        }
        double usual = usualEpochs(tokens.number());
        return usual > 1
                ? seen(
                        tokens,
                        usual,
                        " × about " + Math.round(usual) + " epochs (usual)",
                        Doubt.USUAL_EPOCHS,
                        List.of(tokens))
                : seen(tokens, 1, "", Doubt.NO_EPOCHS, List.of(tokens));
    }

    private static TokensSeen seen(Voice tokens, double passes, String words, Doubt doubt, List<Voice> voices) {
        return new TokensSeen(
                tokens.number() * passes,
                Figures.count(tokens.number()) + " tokens" + words,
                tokens.fact().getStage(),
                doubt,
                voices);
    }

    private static double usualEpochs(double tokens) {
        double decades = Constants.value("epochsSlope")
                * (StrictMath.log10(Constants.value("epochsFrom")) - StrictMath.log10(tokens));
        return StrictMath.pow(10, Math.min(Constants.value("epochsMost"), Math.max(0, decades)));
    }

    /** Tokens of a data set; so few that nobody trains on them once are one's, whatever verb stands by. */
    private static boolean isDataSet(Voice tokens) {
        return tokens.fact().getField().equals("datasetTokens")
                || (!tokens.isCurated() && tokens.number() < Constants.value("settledTokens"));
    }

    /** Steps × tokens of a batch, or × sequences of a batch × their length, each said once only. */
    private static Optional<TokensSeen> scheduled(Said said) {
        Optional<Voice> steps = said.single("trainingSteps");
        Optional<Voice> batch = said.single("batchTokens");
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        if (batch.isPresent()) {
            return Optional.of(scheduled(List.of(steps.get(), batch.get()), " steps × ", " tokens"));
        }
        Optional<Voice> size = said.single("batchSize");
        Optional<Voice> length = said.single("sequenceLength");
        return size.isEmpty() || length.isEmpty()
                ? Optional.empty()
                : Optional.of(scheduled(
                        List.of(steps.get(), size.get(), length.get()), " steps × ", " sequences × ", " tokens"));
    }

    private static TokensSeen scheduled(List<Voice> voices, String... units) {
        double number = 1;
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < units.length; i++) {
            number *= voices.get(i).number();
            words.append(Figures.count(voices.get(i).number())).append(units[i]);
        }
        return new TokensSeen(number, words.toString(), "pretraining", Doubt.AMBIGUOUS, voices);
    }

    List<String> sources(Voice more) {
        return new ArrayList<>(Stream.concat(Stream.of(more), voices.stream())
                .map(Voice::source)
                .toList());
    }
}
