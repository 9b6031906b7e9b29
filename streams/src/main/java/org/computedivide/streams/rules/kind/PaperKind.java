package org.computedivide.streams.rules.kind;

import java.util.List;
import java.util.Optional;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.Sentences;
import org.computedivide.streams.rules.kind.PaperCues.Cue;

/**
 * Judges a paper by its title and the sentences that say what was made and released. Of a hundred abstracts about four
 * announce a model, so every cue is weighed, each once, and a doubtful paper is none.
 */
final class PaperKind {

    private static final int ABSTRACT = 6_000;

    private PaperKind() {}

    /** A sentence and what it says that its authors made. */
    private record Made(String sentence, String object) {}

    static Kind of(Observation observation) {
        List<String> title = List.of(observation.getTitle());
        List<String> sentences = Sentences.of(observation.getText(), ABSTRACT);
        List<Made> made = sentences.stream()
                .flatMap(sentence -> PaperCues.object(sentence).map(object -> new Made(sentence, object)).stream())
                .toList();
        double score = score(PaperCues.TITLE, title)
                + score(PaperCues.TEXT, sentences)
                + score(PaperCues.MADE_THING, made.stream().map(Made::object).toList());
        Optional<String> quote =
                proof(made).or(() -> proof(PaperCues.TEXT, sentences)).or(() -> proof(PaperCues.TITLE, title));
        return score >= PaperCues.weight("threshold") && quote.isPresent()
                ? Kind.release(Kind.BASE, "paper-says-made", quote.get())
                : Kind.notARelease("paper-says-no-model", "");
    }

    private static double score(List<Cue> cues, List<String> sentences) {
        double score = 0;
        for (Cue cue : cues) {
            score += sentences.stream().anyMatch(cue::isIn) ? cue.weight() : 0;
        }
        return score;
    }

    private static Optional<String> proof(List<Made> made) {
        return PaperCues.MADE_THING.stream()
                .filter(Cue::proves)
                .flatMap(cue -> made.stream().filter(thing -> cue.isIn(thing.object())))
                .map(Made::sentence)
                .findFirst();
    }

    private static Optional<String> proof(List<Cue> cues, List<String> sentences) {
        return cues.stream()
                .filter(Cue::proves)
                .flatMap(cue -> sentences.stream().filter(cue::isIn))
                .findFirst();
    }
}
