package org.computedivide.producers.source;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.computedivide.avro.Observation;
import org.computedivide.producers.fetch.Outcome;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.fetch.Request;

/**
 * An observation before it is known whether it is new: without time, revision and content hash.
 *
 * @param observation what the page said
 * @param version version number of the source itself; 0 when it has none
 * @param mark what the source itself wants to know of the item next time; for an item with parts: when it is as last
 *     seen, so are the parts, and they are not fetched
 * @param parts further files of the item, fetched only when the mark has changed
 * @param lastingName a name that the source never changes; empty when the id is one
 */
public record Draft(Observation observation, long version, String mark, List<Part> parts, String lastingName) {

    /**
     * A further file of an item.
     *
     * @param absence which answers are believed that the file is not there; another one means that the look has failed
     */
    public record Part(Request request, Merge merge, Predicate<Outcome.Absent<?>> absence) {

        /** A file that any answer of that kind says to be absent. */
        public Part(Request request, Merge merge) {
            this(request, merge, absent -> true);
        }
    }

    /**
     * Puts a file into the observation; the page is empty when the site said that there is none. {@link Reading.Nothing}
     * means that without it there is no observation at all.
     */
    @FunctionalInterface
    public interface Merge {
        Reading<Observation> into(Observation observation, Optional<Page> page);
    }

    /** A draft of an item whose id never changes. */
    public Draft(Observation observation, long version, String mark, List<Part> parts) {
        this(observation, version, mark, parts, "");
    }

    public Draft {
        parts = List.copyOf(parts);
        if (observation.getSource().isEmpty() || observation.getNativeId().isBlank()) {
            throw new IllegalArgumentException("a draft needs a source and an id: " + observation.getUrl());
        }
    }

    /** A whole observation. */
    public static Draft of(Observation observation) {
        return new Draft(observation, 0, "", List.of());
    }

    public String nativeId() {
        return observation.getNativeId();
    }
}
