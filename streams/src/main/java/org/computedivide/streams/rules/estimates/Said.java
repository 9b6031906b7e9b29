package org.computedivide.streams.rules.estimates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.computedivide.avro.Quantity;

/** What was said of one variant; for each quantity the voice that wins. */
record Said(List<Voice> voices) {

    private static final Comparator<Voice> ORDER = Comparator.comparingInt(Voice::rank)
            .thenComparingInt(voice -> RuleOrder.of(voice.fact().getRule()))
            .thenComparing(Comparator.comparingDouble(Voice::number).reversed())
            .thenComparing(Voice::source)
            .thenComparingInt(voice -> voice.fact().getStart());

    private static final double SAME = 0.03;
    private static final int MANY = 3;
    private static final String UNSETTLED = "time-unsettled";
    private static final Set<String> COUNTS = Set.of("trainingTokens", "datasetTokens");

    Said {
        voices = List.copyOf(voices);
    }

    Optional<Voice> best(String field) {
        return best(field, voice -> true);
    }

    Optional<Voice> best(String field, Predicate<Voice> which) {
        return best(Set.of(field), which);
    }

    /** The voice that wins among several fields. */
    Optional<Voice> best(Set<String> fields, Predicate<Voice> which) {
        return voices.stream()
                .filter(voice -> fields.contains(voice.fact().getField()))
                .filter(which)
                .min(ORDER);
    }

    /** Every voice on a quantity, the best first, one of each origin. */
    List<Voice> all(String field) {
        return all(Set.of(field));
    }

    /** Every voice on one of several quantities, the best first. */
    List<Voice> all(Set<String> fields) {
        return voices.stream()
                .filter(voice -> fields.contains(voice.fact().getField()))
                .sorted(ORDER)
                .toList();
    }

    /** The best voice on a quantity when all that is said of it agrees within three parts in a hundred. */
    Optional<Voice> single(String field) {
        List<Voice> all = all(field);
        boolean agrees = all.stream()
                .allMatch(voice -> Math.abs(voice.number() / all.get(0).number() - 1) <= SAME);
        return agrees ? all.stream().findFirst() : Optional.empty();
    }

    /**
     * The best voice, unless three or more values are said as surely as it, or one that was said of several runs: which of them is
     * meant, nobody tells.
     */
    Optional<Voice> ofFew(String field) {
        List<Voice> all = all(field);
        List<Voice> different = new ArrayList<>();
        boolean unsettled = false;
        for (Voice voice : all) {
            boolean asSure = voice.rank() == all.get(0).rank()
                    && RuleOrder.of(voice.fact().getRule())
                            == RuleOrder.of(all.get(0).fact().getRule());
            boolean known = different.stream().anyMatch(other -> Math.abs(voice.number() / other.number() - 1) <= SAME);
            unsettled |= asSure && voice.fact().getRule().startsWith(UNSETTLED);
            if (asSure && !known) {
                different.add(voice);
            }
        }
        return unsettled || different.size() >= MANY
                ? Optional.empty()
                : all.stream().findFirst();
    }

    /** Voices on a quantity with different texts, the best of each, in the order of the texts. */
    List<Voice> each(String field) {
        Map<String, Voice> each = new TreeMap<>();
        all(field).forEach(voice -> each.putIfAbsent(voice.fact().getText(), voice));
        return List.copyOf(each.values());
    }

    /** Whether the operator says this value or has let it stand. */
    boolean isApproved(String field, double value) {
        return all(field).stream()
                .anyMatch(voice -> (voice.rank() == 0 || voice.accepted()) && voice.number() == value);
    }

    /** How many different texts are said. */
    long texts(String field) {
        return all(field).stream()
                .map(voice -> voice.fact().getText())
                .distinct()
                .count();
    }

    /** Whether a field that is text was read with this text. */
    boolean is(String field, String text) {
        return voices.stream()
                .anyMatch(voice -> voice.fact().getField().equals(field)
                        && voice.fact().getText().equals(text));
    }

    /** Whether prose gives more than one count of tokens. */
    boolean severalTokens() {
        return voices.stream()
                        .filter(voice -> COUNTS.contains(voice.fact().getField()) && !voice.isCurated())
                        .mapToLong(voice -> Math.round(20 * StrictMath.log10(voice.number())))
                        .distinct()
                        .count()
                > 1;
    }

    Optional<Quantity> quantity(String field) {
        return best(field).map(Said::quantity);
    }

    static Quantity quantity(Voice voice) {
        Double low = voice.fact().getLow();
        Double high = voice.fact().getHigh();
        return Quantity.newBuilder()
                .setValue(voice.number())
                .setLow(low == null ? voice.number() : low)
                .setHigh(high == null ? voice.number() : high)
                .setSource(voice.source())
                .setRule(voice.fact().getRule())
                .build();
    }
}
