package org.computedivide.streams.rules.identity;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Links in memory: each end is spelled once, and all links from one end are found at once among millions. */
final class HeldLinks implements Links {

    private final Spellings spellings;
    private final Map<Note, Map<String, String>> notes = new EnumMap<>(Note.class);
    /** By relation and one end, the other ends. Most ends have one link for ever: those sets are immutable. */
    private final Map<Relation, Map<String, Set<String>>> links = new EnumMap<>(Relation.class);

    HeldLinks(Spellings spellings) {
        this.spellings = spellings;
        for (Note note : Note.values()) {
            notes.put(note, new HashMap<>());
        }
        for (Relation relation : Relation.values()) {
            links.put(relation, new HashMap<>());
        }
    }

    @Override
    public void add(Relation relation, String from, String to) {
        links(relation).merge(spellings.once(from), Set.of(spellings.once(to)), HeldLinks::with);
    }

    @Override
    public void remove(Relation relation, String from, String to) {
        links(relation).computeIfPresent(from, (end, held) -> without(held, to));
    }

    @Override
    public NavigableSet<String> from(Relation relation, String from) {
        Set<String> ends = links(relation).get(from);
        return ends == null ? Collections.emptyNavigableSet() : new TreeSet<>(ends);
    }

    @Override
    public Optional<String> note(Note note, String of) {
        return Optional.ofNullable(notes(note).get(of));
    }

    @Override
    public void write(Note note, String of, String text) {
        notes(note).put(spellings.once(of), spellings.once(text));
    }

    @Override
    public void erase(Note note, String of) {
        notes(note).remove(of);
    }

    private Map<String, Set<String>> links(Relation relation) {
        return Objects.requireNonNull(links.get(relation));
    }

    private Map<String, String> notes(Note note) {
        return Objects.requireNonNull(notes.get(note));
    }

    private static Set<String> with(Set<String> held, Set<String> more) {
        if (held.containsAll(more)) {
            return held;
        }
        Set<String> open = held instanceof TreeSet ? held : new TreeSet<>(held);
        open.addAll(more);
        return open;
    }

    /** What is left of the ends; null when nothing is. */
    private static @Nullable Set<String> without(Set<String> held, String end) {
        if (!held.contains(end)) {
            return held;
        }
        if (held.size() == 1) {
            return null;
        }
        held.remove(end);
        return held;
    }
}
