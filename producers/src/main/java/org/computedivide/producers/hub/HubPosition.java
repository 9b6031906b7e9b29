package org.computedivide.producers.hub;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.computedivide.producers.source.SeenItems;
import org.jspecify.annotations.Nullable;

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
 * @param passed ids that the walk by creation has listed so far, in its order
 * @param newest ids that the last finished walk by creation began with, in its order
 * @param doubts repositories that a list has left out, or that the Hub has denied
 * @param rotation how far the look around all known repositories has come
 */
record HubPosition(
        String since,
        long round,
        String walk,
        String nextPage,
        String top,
        String createdMark,
        String modifiedMark,
        @Nullable List<String> passed,
        @Nullable List<String> newest,
        @Nullable List<Doubt> doubts,
        @Nullable Rotation rotation) {

    static final String CREATED = "created";
    static final String MODIFIED = "modified";
    private static final int NEWEST = 100;
    private static final int PASSED = 1_000;
    private static final int DOUBTS = 50;

    /** Positions of earlier versions have no lists. */
    HubPosition {
        passed = passed == null ? List.of() : List.copyOf(passed);
        newest = newest == null ? List.of() : List.copyOf(newest);
        doubts = doubts == null ? List.of() : List.copyOf(doubts);
        rotation = rotation == null ? Rotation.FIRST : rotation;
    }

    /**
     * Known repositories are looked after one by one in the order of their names, a few in each round.
     *
     * @param after the last one that was asked for; empty before the first
     * @param asked how many were asked for in this round
     */
    record Rotation(String after, int asked) {

        static final Rotation FIRST = new Rotation("", 0);
        static final int MOST = 20;

        /** The next one's turn in this round. */
        Optional<String> next(SeenItems seen) {
            return asked >= MOST ? Optional.empty() : seen.after(after);
        }

        /** The one was asked for; after the last one nothing more is due until the next round begins anew. */
        Rotation asked(String id, SeenItems seen) {
            return seen.after(id).isPresent() ? new Rotation(id, asked + 1) : new Rotation("", MOST);
        }

        Rotation nextRound() {
            return new Rotation(after, 0);
        }
    }

    Rotation around() {
        return rotation == null ? Rotation.FIRST : rotation;
    }

    /** A repository had its turn. */
    HubPosition lookedAfter(String id, SeenItems seen) {
        return with(openDoubts(), around().asked(id, seen));
    }

    /** A repository that the Hub denies when its turn comes: asked for again in the next round. */
    HubPosition doubting(String id) {
        var more = new ArrayList<>(openDoubts());
        boolean known = more.stream().anyMatch(doubt -> doubt.id().equals(id));
        if (!known && more.size() < DOUBTS) {
            more.add(new Doubt(id, 1, round));
        }
        return with(more, around());
    }

    private HubPosition with(List<Doubt> newDoubts, Rotation newRotation) {
        return new HubPosition(
                since, round, walk, nextPage, top, createdMark, modifiedMark, passed, newest, newDoubts, newRotation);
    }

    /**
     * A repository that may be gone.
     *
     * @param id of the repository
     * @param gone how often the Hub has said so
     * @param round when it was last asked
     */
    record Doubt(String id, int gone, long round) {}

    static HubPosition first(String since) {
        return new HubPosition(since, 0, "", "", "", since, since, List.of(), List.of(), List.of(), Rotation.FIRST);
    }

    List<Doubt> openDoubts() {
        return doubts == null ? List.of() : doubts;
    }

    /** A repository to ask about in this round. */
    Optional<Doubt> doubtful(long now) {
        return openDoubts().stream().filter(doubt -> doubt.round() != now).findFirst();
    }

    /** The mark down to which the walk that is under way goes. */
    String mark() {
        return walk.equals(CREATED) ? createdMark : modifiedMark;
    }

    HubPosition begin(long newRound) {
        return new HubPosition(
                since,
                newRound,
                CREATED,
                "",
                "",
                createdMark,
                modifiedMark,
                List.of(),
                newest,
                doubts,
                around().nextRound());
    }

    HubPosition page(String next, String newTop, List<String> ids) {
        return new HubPosition(
                since, round, walk, next, newTop, createdMark, modifiedMark, passedWith(ids), newest, doubts, rotation);
    }

    /** The walk is over: first what was made, then what was changed. */
    HubPosition finished(String newTop, List<String> ids) {
        return walk.equals(CREATED) ? madeFinished(newTop, passedWith(ids)) : changedFinished(newTop);
    }

    /** The site says that the first page of the walk is as it was. */
    HubPosition unchanged() {
        return new HubPosition(
                since,
                round,
                walk.equals(CREATED) ? MODIFIED : "",
                "",
                "",
                createdMark,
                modifiedMark,
                List.of(),
                newest,
                doubts,
                rotation);
    }

    private HubPosition madeFinished(String newTop, List<String> ids) {
        List<String> first = ids.subList(0, Math.min(NEWEST, ids.size()));
        return new HubPosition(
                since,
                round,
                MODIFIED,
                "",
                "",
                later(createdMark, newTop),
                modifiedMark,
                List.of(),
                first,
                more(ids),
                rotation);
    }

    private HubPosition changedFinished(String newTop) {
        return new HubPosition(
                since,
                round,
                "",
                "",
                "",
                createdMark,
                later(modifiedMark, newTop),
                List.of(),
                newest,
                doubts,
                rotation);
    }

    private List<String> passedWith(List<String> ids) {
        if (!walk.equals(CREATED)) {
            return List.of();
        }
        Stream<String> before = passed == null ? Stream.empty() : passed.stream();
        return Stream.concat(before, ids.stream()).distinct().limit(PASSED).toList();
    }

    /** The doubts with those that stood between others last time and stand there no more. */
    private List<Doubt> more(List<String> ids) {
        var listed = new HashSet<>(ids);
        var more = new ArrayList<>(openDoubts());
        List<String> before = newest == null ? List.of() : newest;
        int last = before.size() - 1;
        while (last >= 0 && !listed.contains(before.get(last))) {
            last--;
        }
        before.subList(0, last + 1).stream()
                .filter(id -> !listed.contains(id))
                .filter(id -> more.stream().noneMatch(doubt -> doubt.id().equals(id)))
                .map(id -> new Doubt(id, 0, 0))
                .forEach(more::add);
        return more.subList(0, Math.min(DOUBTS, more.size()));
    }

    /** What the Hub said of a repository in doubt: still there, or gone so many times. */
    HubPosition answered(Doubt doubt, Optional<Doubt> next) {
        var rest = new ArrayList<>(openDoubts());
        rest.remove(doubt);
        next.ifPresent(rest::add);
        return with(rest, around());
    }

    private static String later(String a, String b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
