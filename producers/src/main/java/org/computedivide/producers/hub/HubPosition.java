package org.computedivide.producers.hub;

/**
 * Where the Hub stands.
 *
 * @param since repositories made before this instant are not taken unless they were seen
 * @param round the round in which the walks last began
 * @param walk which list is being walked: created, modified, or empty
 * @param nextPage where the walk goes on; empty at its first page
 * @param top newest time seen in the walk that is under way
 * @param createdMark newest creation seen by a finished walk
 * @param modifiedMark newest change seen by a finished walk
 */
record HubPosition(
        String since, long round, String walk, String nextPage, String top, String createdMark, String modifiedMark) {

    static final String CREATED = "created";
    static final String MODIFIED = "modified";

    static HubPosition first(String since) {
        return new HubPosition(since, 0, "", "", "", since, since);
    }

    /** The mark down to which the walk that is under way goes. */
    String mark() {
        return walk.equals(CREATED) ? createdMark : modifiedMark;
    }

    HubPosition begin(long newRound) {
        return new HubPosition(since, newRound, CREATED, "", "", createdMark, modifiedMark);
    }

    HubPosition page(String next, String newTop) {
        return new HubPosition(since, round, walk, next, newTop, createdMark, modifiedMark);
    }

    /** The walk is over: first what was made, then what was changed. */
    HubPosition finished(String newTop) {
        boolean created = walk.equals(CREATED);
        return new HubPosition(
                since,
                round,
                created ? MODIFIED : "",
                "",
                "",
                created ? later(createdMark, newTop) : createdMark,
                created ? modifiedMark : later(modifiedMark, newTop));
    }

    private static String later(String a, String b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
