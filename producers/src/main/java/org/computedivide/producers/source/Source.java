package org.computedivide.producers.source;

import java.util.Optional;
import org.computedivide.producers.fetch.Outcome;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.fetch.Request;

/**
 * Something that announces models. It only says where to look next and reads what came; fetching, waiting, remembering
 * and publishing are done for it. All methods are pure functions of their arguments, so a source can be tested on saved
 * pages, and a crash between two pages repeats at most one of them.
 */
public interface Source {

    SourceInfo info();

    /** Where to look next in this round; empty when nothing more is due. */
    Optional<Request> next(Look look);

    /**
     * What is asked for in the pause between two rounds, one page at a time: many pages that come slowly, for which no round
     * should be late. The position says which are still to be had.
     */
    default Optional<Request> whatCanWait(Look look) {
        return Optional.empty();
    }

    /** Reads the answer. */
    Reading<Batch> parse(Look look, Request request, Page page);

    /** The position after the site said that nothing has changed at the address. */
    String unchanged(Look look, Request request);

    /**
     * What it means that the site has nothing at the address for us.
     *
     * @return empty when that was not to be expected, and the look has failed
     */
    default Optional<Batch> absent(Look look, Request request, Outcome.Absent<?> absent) {
        return Optional.empty();
    }

    /** What was announced between two days; empty when the site shows only what is new. */
    default Optional<History> history(Span span) {
        return Optional.empty();
    }
}
