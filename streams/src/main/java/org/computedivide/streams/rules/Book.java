package org.computedivide.streams.rules;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import org.computedivide.avro.CountedRelease;

/**
 * Rows that follow from the set of releases and the day, kept as releases come, change and go. What can be kept up is;
 * the rest is long work that another thread does. Not for several threads, but for the work it gives away.
 *
 * @param <V> a row
 */
public interface Book<V> {

    /** Long work on a picture of the releases: it shares nothing with the book that changes. */
    @FunctionalInterface
    interface Work {

        /**
         * Works, on any thread.
         *
         * @return what makes the book take up the result, to be run on the thread of the book; it takes up only what is
         *     still so
         * @throws java.util.concurrent.CancellationException when the thread is interrupted
         */
        Runnable run();
    }

    /** Takes up rows that were published before a restart, so that only what differs is published again. */
    void restore(Collection<V> rows);

    /** What a family counted for, and what it counts for now. */
    void change(Optional<CountedRelease> before, Optional<CountedRelease> now);

    /** Moves today forward; a day that is not later than today changes nothing. */
    void roll(LocalDate day);

    /** The rows that differ from what was published, by key; an empty one has gone. Counts as published from here on. */
    SortedMap<String, Optional<V>> changes();

    /** Long work that is to be done; empty when all is as it should be. */
    Optional<Work> work();

    /** How many releases the long work goes through. */
    int worked();

    /** Does the long work here and now until there is none, and gives the rows that differ. */
    default SortedMap<String, Optional<V>> settled() {
        work().ifPresent(work -> work.run().run());
        return changes();
    }
}
