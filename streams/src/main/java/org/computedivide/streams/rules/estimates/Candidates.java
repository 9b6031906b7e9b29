package org.computedivide.streams.rules.estimates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.computedivide.avro.Candidate;

/** The values that were read for a variant and do not stand, each with why: what a sceptic would ask after. */
final class Candidates {

    /** Two readings of one figure. */
    private static final double SAME = 1e-6;

    private static final Set<String> TUNING = Set.of("supervised-tuning", "reinforcement-learning");

    /** Fields of which one value stands, and how it is chosen. */
    private record Contest(Set<String> fields, Function<Said, Optional<Voice>> winner) {}

    private static final List<Contest> CONTESTS = List.of(
            contest("parameters"),
            contest("activeParameters"),
            new Contest(Set.of("trainingTokens", "datasetTokens"), TokensSeen::voice),
            contest("epochs"),
            contest("accelerator"),
            contest("acceleratorCount"),
            new Contest(Set.of("trainingHours"), said -> said.best("trainingHours", HardwareTime::isOneRun)),
            new Contest(Set.of("chipHours"), said -> said.best("chipHours", HardwareTime::isOneRun)),
            contest("utilization"),
            contest("trainingCompute"));

    private Candidates() {}

    private static Contest contest(String field) {
        return new Contest(Set.of(field), said -> said.best(field));
    }

    /** By field in the order above, the surest first. */
    static List<Candidate> of(Said said) {
        List<Candidate> lost = new ArrayList<>();
        for (Contest contest : CONTESTS) {
            Optional<Voice> winner = contest.winner().apply(said);
            for (Voice voice : said.all(contest.fields())) {
                if (winner.filter(first -> isSame(first, voice)).isEmpty()) {
                    lost.add(candidate(voice, winner));
                }
            }
        }
        return List.copyOf(lost);
    }

    private static boolean isSame(Voice one, Voice other) {
        boolean sameField = one.fact().getField().equals(other.fact().getField());
        return one.fact().getNumber() == null
                ? one.fact().getText().equals(other.fact().getText())
                : sameField && Math.abs(other.number() / one.number() - 1) <= SAME;
    }

    private static Candidate candidate(Voice voice, Optional<Voice> winner) {
        return Candidate.newBuilder()
                .setObservation(voice.source())
                .setField(voice.fact().getField())
                .setNumber(voice.fact().getNumber())
                .setText(voice.fact().getText())
                .setStart(voice.fact().getStart())
                .setRule(voice.fact().getRule())
                .setWhy(barred(voice)
                        .or(() -> winner.map(first -> weaker(first, voice)))
                        .orElse("no value of this kind is counted"))
                .build();
    }

    /** What keeps a value out whatever the others are. */
    private static Optional<String> barred(Voice voice) {
        if (!HardwareTime.isOneRun(voice)) {
            return Optional.of("of a whole project or of all sizes together, not of one run");
        }
        return TUNING.contains(voice.fact().getStage())
                        && TokensSeen.FIELDS.contains(voice.fact().getField())
                ? Optional.of("of tuning, not of pretraining")
                : Optional.empty();
    }

    private static String weaker(Voice winner, Voice loser) {
        String stands = words(winner) + " stands: ";
        if (winner.rank() != loser.rank()) {
            return stands + speaker(winner) + " goes before " + speaker(loser);
        }
        if (!winner.fact().getField().equals(loser.fact().getField())
                || !winner.fact().getStage().equals(loser.fact().getStage())) {
            return stands + "it is said of what the training saw";
        }
        int order = RuleOrder.of(winner.fact().getRule())
                - RuleOrder.of(loser.fact().getRule());
        if (order != 0) {
            return stands + "rule " + winner.fact().getRule() + " is surer than "
                    + loser.fact().getRule();
        }
        return stands
                + (winner.fact().getNumber() == null
                        ? "it is said first"
                        : "of two that are as sure the larger one, which is the headline variant's");
    }

    private static String words(Voice voice) {
        Double number = voice.fact().getNumber();
        return number == null ? voice.fact().getText() : Figures.count(number);
    }

    private static String speaker(Voice voice) {
        return switch (voice.rank()) {
            case 0 -> "the operator's word";
            case 1 -> "an exact count of the files";
            case 2 -> "the maker's own word";
            case 3 -> "a curated table";
            default -> "what others say";
        };
    }
}
