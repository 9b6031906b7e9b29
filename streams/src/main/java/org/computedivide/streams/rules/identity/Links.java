package org.computedivide.streams.rules.identity;

import java.util.NavigableSet;
import java.util.Optional;

/** Which observations, keys and names belong together, and where each observation was placed: the index of the writer. */
public interface Links {

    /** What a link joins. */
    enum Relation {
        /** Strong key → core or supporting observation. */
        KEY,
        /** Family name → core observation with a maker. */
        MADE_NAME,
        /** Family name → core observation without a maker. */
        WEAK_NAME,
        /** Family name → supporting observation without a maker. */
        SUPPORT_NAME,
        /** Own key → derivative that has it. */
        DERIVATIVE,
        /** Key of the base → derivative made from it. */
        BASE,
        /** Key of the base → observation whose release depends on that base. */
        DEPENDS,
        /** Name with its maker → observation, other than a repository, that announces a release by it. */
        ANNOUNCED,
        /** Name with its maker → derivative that is that release if one is announced. */
        SUBJECT,
        /** Observation → one that the operator joins with it, and the statement. */
        JOIN,
        /** Observation → statement of the operator that parts it from others. */
        PART
    }

    /** What is noted of an observation or key. */
    enum Note {
        ROLE,
        FAMILY,
        /** Root base of a derivative. */
        ROOT,
        /** Number of derivatives whose root is this key. */
        COUNT
    }

    void add(Relation relation, String from, String to);

    void remove(Relation relation, String from, String to);

    /** The other ends of all links from one end, in order; not to be changed. */
    NavigableSet<String> from(Relation relation, String from);

    Optional<String> note(Note note, String of);

    void write(Note note, String of, String text);

    void erase(Note note, String of);

    /** Links on one shelf of texts, so that a writer on disk needs one store for them. */
    static Links on(Shelf<String> shelf) {
        return new ShelvedLinks(shelf);
    }
}
