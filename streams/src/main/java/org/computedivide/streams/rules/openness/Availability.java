package org.computedivide.streams.rules.openness;

import java.util.List;
import java.util.Optional;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.Form;
import org.computedivide.streams.rules.names.Links;
import org.computedivide.streams.rules.text.Phrase;

/**
 * A statement on what is given, of the kind that journals ask for, names all that is given. Where it names code or the
 * description alone, the weights were not released with the paper.
 */
final class Availability {

    private static final Phrase WEIGHTS = Phrase.ignoringCase(
            "\\b(?:weights|checkpoints?|pre-?trained|(?:trained|our|the) models?\\b.{0,40}\\b(?:available|released?|published?|deposited|download)|model availability|open-?sourc|hugging ?face|modelscope|zenodo|figshare)");

    private Availability() {}

    /** The statement, as one that the weights are not released; empty where none is made or weights are spoken of. */
    static Optional<WeightsWords.Said> of(Observation observation, List<String> sentences, WeightsWords words) {
        return words.statement()
                .filter(said -> !isLinked(observation) && sentences.stream().noneMatch(WEIGHTS::isIn))
                .map(said -> new WeightsWords.Said("unreleased", said, "says-code-alone"));
    }

    private static boolean isLinked(Observation observation) {
        return Form.of(observation) == Form.REPOSITORY
                || observation.getLinks().stream()
                        .anyMatch(link -> Links.repository(link).isPresent());
    }
}
