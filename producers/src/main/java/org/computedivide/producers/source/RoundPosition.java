package org.computedivide.producers.source;

import java.time.Instant;

/**
 * Where a source stands that is one list, read whole once in a round.
 *
 * @param since items from before this instant are left alone unless they were seen
 * @param round the round in which it was last asked for
 * @param items how many stood in it at the last look
 */
public record RoundPosition(String since, long round, int items) {

    /** The position of a look. */
    public static RoundPosition of(Look look) {
        return Positions.read(
                look.position(),
                RoundPosition.class,
                () -> new RoundPosition(look.since().toString(), 0, 0));
    }

    /** Whether the list was read in this round. */
    public boolean isAsked(Look look) {
        return round == look.round();
    }

    /** The list is as it was. */
    public String unchanged(Look look) {
        return Positions.write(new RoundPosition(since, look.round(), items));
    }

    /** The list was read. */
    public String read(Look look, int found) {
        return Positions.write(new RoundPosition(since, look.round(), found));
    }

    /** Whether a list with so many items has lost all that it had: not believed, see the alarm. */
    public boolean isEmptied(int found) {
        return found == 0 && items > 0;
    }

    /** An item that was seen stays of interest; one from before the first start never was. */
    public boolean isWanted(Look look, String id, Published time) {
        return look.seen().of(id).isPresent() || !time.isBefore(Instant.parse(since));
    }
}
