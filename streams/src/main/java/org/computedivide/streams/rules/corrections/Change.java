package org.computedivide.streams.rules.corrections;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.computedivide.avro.Compute;
import org.computedivide.avro.Openness;
import org.computedivide.avro.Quantity;
import org.computedivide.avro.Release;
import org.jspecify.annotations.Nullable;

/**
 * A published value that is another one now. What was unknown, or only imputed, and is known now is no correction:
 * nothing that was said was wrong.
 *
 * @param field which value
 * @param from before, in words
 * @param to after, in words
 */
record Change(String field, String from, String to) {

    private static final double MATERIAL = 0.02;

    /** All changes between two pictures of one release. */
    static List<Change> between(Release before, Release now) {
        var changes = new ArrayList<Change>();
        compute(before.getCompute(), now.getCompute()).ifPresent(changes::add);
        parameters(before.getParameters(), now.getParameters()).ifPresent(changes::add);
        word("affiliation", before.getAffiliation(), now.getAffiliation()).ifPresent(changes::add);
        word("weights", weights(before.getOpenness()), weights(now.getOpenness()))
                .ifPresent(changes::add);
        day(before, now).ifPresent(changes::add);
        return changes;
    }

    private static Optional<Change> compute(@Nullable Compute before, @Nullable Compute now) {
        if (before == null || before.getImputed()) {
            return Optional.empty();
        }
        if (now == null || now.getImputed()) {
            return Optional.of(new Change("compute", words(before), "unknown"));
        }
        return moved(before.getValue(), now.getValue())
                ? Optional.of(new Change("compute", words(before), words(now)))
                : Optional.empty();
    }

    private static Optional<Change> parameters(@Nullable Quantity before, @Nullable Quantity now) {
        if (before == null) {
            return Optional.empty();
        }
        if (now == null) {
            return Optional.of(new Change("parameters", number(before.getValue()), "unknown"));
        }
        return moved(before.getValue(), now.getValue())
                ? Optional.of(new Change("parameters", number(before.getValue()), number(now.getValue())))
                : Optional.empty();
    }

    private static Optional<Change> word(String field, String before, String now) {
        return before.equals("unknown") || before.equals(now)
                ? Optional.empty()
                : Optional.of(new Change(field, before, now));
    }

    /** A date that only became more exact is no other date. */
    private static Optional<Change> day(Release before, Release now) {
        String old = before.getPublishedDay();
        String day = now.getPublishedDay();
        String written = before.getPublishedAt();
        if (old == null || old.equals(day) || (day != null && written != null && day.startsWith(written))) {
            return Optional.empty();
        }
        return Optional.of(new Change("published", old, day == null ? "unknown" : day));
    }

    private static String weights(@Nullable Openness openness) {
        return openness == null ? "unknown" : openness.getWeights();
    }

    private static boolean moved(double before, double now) {
        return Math.abs(now - before) > MATERIAL * Math.max(Math.abs(before), Math.abs(now));
    }

    private static String words(Compute compute) {
        return number(compute.getValue()) + " FLOP (" + number(compute.getLow()) + " to " + number(compute.getHigh())
                + ")";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value).replace("e+", "e");
    }
}
