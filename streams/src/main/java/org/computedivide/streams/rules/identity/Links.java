package org.computedivide.streams.rules.identity;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Links and placements on one shelf of notes, so that the writer needs one index store. A link is a key
 * {@code relation NUL from NUL to} without value; all links from one end are a prefix scan.
 */
final class Links {

    private static final String NUL = "\0";

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

    private final Shelf<String> notes;

    Links(Shelf<String> notes) {
        this.notes = notes;
    }

    void add(Relation relation, String from, String to) {
        notes.put(prefix(relation, from) + to, "");
    }

    void remove(Relation relation, String from, String to) {
        notes.remove(prefix(relation, from) + to);
    }

    NavigableSet<String> from(Relation relation, String from) {
        String prefix = prefix(relation, from);
        var ends = new TreeSet<String>();
        notes.keys(prefix).forEach(key -> ends.add(key.substring(prefix.length())));
        return ends;
    }

    Optional<String> note(Note note, String of) {
        return notes.get(note + NUL + of);
    }

    void write(Note note, String of, String text) {
        notes.put(note + NUL + of, text);
    }

    void erase(Note note, String of) {
        notes.remove(note + NUL + of);
    }

    private static String prefix(Relation relation, String from) {
        return relation + NUL + from + NUL;
    }
}
