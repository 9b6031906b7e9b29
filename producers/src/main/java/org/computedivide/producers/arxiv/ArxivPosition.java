package org.computedivide.producers.arxiv;

import java.util.List;

/**
 * Where arXiv stands.
 *
 * @param since submissions before this instant are not taken from the newest ones; the listing begins on its day
 * @param round the round in which the newest submissions were last asked for
 * @param start offset of the next page of the newest submissions; -1 when none is under way
 * @param announcedAt when, by the monitor's clock, the announcement was last read; empty before the first time
 * @param listedThrough last day of the listing that was read to its end; empty before the first time
 * @param listing the listing that is under way
 * @param pending ids to look up; one that begins with an exclamation mark was said to be deleted
 */
record ArxivPosition(
        String since,
        long round,
        int start,
        String announcedAt,
        String listedThrough,
        Listing listing,
        List<String> pending) {

    ArxivPosition {
        pending = List.copyOf(pending);
    }

    /**
     * An OAI-PMH listing that is under way.
     *
     * @param set index of the set that is being read; -1 when none is
     * @param from first day asked for
     * @param until last day asked for
     * @param token where the set goes on; empty at its start
     */
    record Listing(int set, String from, String until, String token) {

        static final Listing NONE = new Listing(-1, "", "", "");
    }

    static ArxivPosition first(String since) {
        return new ArxivPosition(since, 0, -1, "", "", Listing.NONE, List.of());
    }

    ArxivPosition walk(long newRound, int newStart) {
        return new ArxivPosition(since, newRound, newStart, announcedAt, listedThrough, listing, pending);
    }

    ArxivPosition announced(String at) {
        return new ArxivPosition(since, round, start, at, listedThrough, listing, pending);
    }

    ArxivPosition listing(String through, Listing next) {
        return new ArxivPosition(since, round, start, announcedAt, through, next, pending);
    }

    ArxivPosition pending(List<String> ids) {
        return new ArxivPosition(since, round, start, announcedAt, listedThrough, listing, ids);
    }
}
