package org.computedivide.streams.rules.identity;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Links as keys of a shelf: {@code relation NUL from NUL to} without value, so that all links from one end are a prefix
 * scan, and {@code note NUL of} with the text that is noted.
 */
record ShelvedLinks(Shelf<String> shelf) implements Links {

    private static final String NUL = "\0";

    @Override
    public void add(Relation relation, String from, String to) {
        shelf.put(prefix(relation, from) + to, "");
    }

    @Override
    public void remove(Relation relation, String from, String to) {
        shelf.remove(prefix(relation, from) + to);
    }

    @Override
    public NavigableSet<String> from(Relation relation, String from) {
        String prefix = prefix(relation, from);
        var ends = new TreeSet<String>();
        shelf.keys(prefix).forEach(key -> ends.add(key.substring(prefix.length())));
        return ends;
    }

    @Override
    public Optional<String> note(Note note, String of) {
        return shelf.get(note + NUL + of);
    }

    @Override
    public void write(Note note, String of, String text) {
        shelf.put(note + NUL + of, text);
    }

    @Override
    public void erase(Note note, String of) {
        shelf.remove(note + NUL + of);
    }

    private static String prefix(Relation relation, String from) {
        return relation + NUL + from + NUL;
    }
}
