package org.computedivide.producers.line;

import java.time.Instant;
import org.computedivide.avro.BackfillOrder;

/**
 * Where the loading of a history stands.
 *
 * @param from first day
 * @param to last day
 * @param orderedAt when the order was given that it last worked for
 * @param finished whether the end was reached
 * @param history position of the history itself
 */
record BackfillPosition(String from, String to, String orderedAt, boolean finished, String history) {

    static BackfillPosition first(BackfillOrder order) {
        return new BackfillPosition(
                order.getFrom(), order.getTo(), order.getOrderedAt().toString(), false, "");
    }

    /** The same days go on where they were left; other days, and days that are ordered again after their end, begin anew. */
    BackfillPosition goingOnFor(BackfillOrder order) {
        boolean sameDays = from.equals(order.getFrom()) && to.equals(order.getTo());
        boolean again = finished && Instant.parse(orderedAt).isBefore(order.getOrderedAt());
        // What goes on works for the newest order: at its end it must not seem to be ordered again.
        return sameDays && !again
                ? new BackfillPosition(from, to, order.getOrderedAt().toString(), finished, history)
                : first(order);
    }

    BackfillPosition at(String position, boolean end) {
        return new BackfillPosition(from, to, orderedAt, end, position);
    }
}
