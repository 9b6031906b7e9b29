package org.computedivide.streams.rules.identity;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.computedivide.avro.Evidence;
import org.computedivide.streams.rules.identity.Links.Note;
import org.computedivide.streams.rules.identity.Links.Relation;

/**
 * The graph as it stands, read lazily and remembered for the length of one record.
 *
 * <p>A <i>component</i> is the core observations that strong keys connect, and is called by the least of them. It is
 * weak when none of its observations knows its maker. A weak component hangs on the one component with a maker that has
 * its family name and lies within a year of it; with none or several such it stands alone, so it can never join two. A
 * supporting observation hangs on the one family that shares a strong key with it.
 */
final class Graph {

    private static final long NEAR_DAYS = 365;

    private final Shelf<Evidence> evidence;
    private final Links links;
    private final TreeMap<String, Evidence> read = new TreeMap<>();
    private final TreeMap<String, NavigableSet<String>> components = new TreeMap<>();
    private final TreeMap<String, String> hosts = new TreeMap<>();

    Graph(Shelf<Evidence> evidence, Links links) {
        this.evidence = evidence;
        this.links = links;
    }

    Evidence evidence(String observation) {
        return read.computeIfAbsent(observation, key -> evidence.get(key).orElseThrow());
    }

    boolean isCore(String observation) {
        return is(Role.CORE, observation);
    }

    /** The core observations connected with this one. */
    NavigableSet<String> component(String core) {
        NavigableSet<String> known = components.get(core);
        if (known != null) {
            return known;
        }
        NavigableSet<String> component = connected(core);
        component.forEach(member -> components.put(member, component));
        return component;
    }

    /** All strong keys of a component. */
    NavigableSet<String> keys(NavigableSet<String> component) {
        var keys = new TreeSet<String>();
        component.forEach(member -> keys.addAll(Keys.strong(evidence(member))));
        return keys;
    }

    /** All family names of a component. */
    NavigableSet<String> names(NavigableSet<String> component) {
        var names = new TreeSet<String>();
        component.forEach(member -> names.add(evidence(member).getFamily()));
        names.remove("");
        return names;
    }

    /** The component that is the heart of the family of this one: itself, unless it is weak and hangs on another. */
    NavigableSet<String> host(NavigableSet<String> component) {
        String name = component.first();
        String known = hosts.get(name);
        if (known == null) {
            known = isWeak(component) ? onlyCandidate(component).orElse(name) : name;
            hosts.put(name, known);
        }
        return component(known);
    }

    /** Core observations of the family around a host: its own and those of weak components that hang on it. */
    NavigableSet<String> cores(NavigableSet<String> host) {
        var cores = new TreeSet<>(host);
        for (NavigableSet<String> weak : weakNamed(names(host))) {
            if (host(weak).first().equals(host.first())) {
                cores.addAll(weak);
            }
        }
        return cores;
    }

    /** Weak components that have one of these names. */
    Iterable<NavigableSet<String>> weakNamed(NavigableSet<String> names) {
        var found = new TreeMap<String, NavigableSet<String>>();
        for (String name : names) {
            for (String observation : links.from(Relation.WEAK_NAME, name)) {
                NavigableSet<String> component = component(observation);
                if (isWeak(component)) {
                    found.put(component.first(), component);
                }
            }
        }
        return found.values();
    }

    /** Supporting observations that have one of these keys. */
    NavigableSet<String> supports(NavigableSet<String> keys) {
        var supports = new TreeSet<String>();
        for (String key : keys) {
            links.from(Relation.KEY, key).stream()
                    .filter(observation -> is(Role.SUPPORT, observation))
                    .forEach(supports::add);
        }
        return supports;
    }

    /** Hosts of the families that share a key with a supporting observation: it hangs on it when there is one only. */
    NavigableSet<String> hostsAround(NavigableSet<String> keys) {
        var around = new TreeSet<String>();
        for (String key : keys) {
            links.from(Relation.KEY, key).stream()
                    .filter(this::isCore)
                    .forEach(core -> around.add(host(component(core)).first()));
        }
        return around;
    }

    private boolean is(Role role, String observation) {
        return links.note(Note.ROLE, observation).map(role.name()::equals).orElse(false);
    }

    private NavigableSet<String> connected(String core) {
        var component = new TreeSet<String>();
        var keysSeen = new TreeSet<String>();
        var queue = new ArrayDeque<String>();
        queue.add(core);
        while (!queue.isEmpty()) {
            String observation = queue.remove();
            if (component.add(observation)) {
                Keys.strong(evidence(observation)).stream()
                        .filter(keysSeen::add)
                        .forEach(key -> links.from(Relation.KEY, key).stream()
                                .filter(this::isCore)
                                .forEach(queue::add));
            }
        }
        return component;
    }

    private boolean isWeak(NavigableSet<String> component) {
        return component.stream().noneMatch(member -> Keys.hasMaker(evidence(member)));
    }

    private Optional<String> onlyCandidate(NavigableSet<String> weak) {
        var candidates = new TreeSet<String>();
        for (String member : weak) {
            Evidence one = evidence(member);
            for (String made : links.from(Relation.MADE_NAME, one.getFamily())) {
                if (near(one, evidence(made))) {
                    candidates.add(component(made).first());
                }
            }
        }
        return candidates.size() == 1 ? Optional.of(candidates.first()) : Optional.empty();
    }

    /** One word can name two models ten years apart; a date that is not known is no objection. */
    private static boolean near(Evidence one, Evidence other) {
        Optional<LocalDate> first = PublicationDate.day(one.getPublishedAt());
        Optional<LocalDate> second = PublicationDate.day(other.getPublishedAt());
        return first.isEmpty()
                || second.isEmpty()
                || Math.abs(ChronoUnit.DAYS.between(first.get(), second.get())) <= NEAR_DAYS;
    }
}
