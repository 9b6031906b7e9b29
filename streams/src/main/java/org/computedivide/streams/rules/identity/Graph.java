package org.computedivide.streams.rules.identity;

import java.util.ArrayDeque;
import java.util.Collection;
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
 * its name and lies near it in time; with none or several such it stands alone, so it can never join two. A supporting
 * observation hangs on the one family that shares a strong key with it; without any, on the one that has its name.
 */
final class Graph {

    private final Shelf<Evidence> evidence;
    private final Links links;
    private final TreeMap<String, Evidence> read = new TreeMap<>();
    private final TreeMap<String, NavigableSet<String>> namesOf = new TreeMap<>();
    private final TreeMap<String, NavigableSet<String>> components = new TreeMap<>();
    private final TreeMap<String, String> hosts = new TreeMap<>();
    private final TreeMap<String, NavigableSet<String>> parts = new TreeMap<>();
    private final Overrides overrides;
    private final Ties ties;

    Graph(Shelf<Evidence> evidence, Links links) {
        this.evidence = evidence;
        this.links = links;
        this.overrides = new Overrides(links);
        this.ties = new Ties(links, this::evidence);
    }

    Evidence evidence(String observation) {
        return read.computeIfAbsent(observation, key -> evidence.get(key).orElseThrow());
    }

    boolean isCore(String observation) {
        return is(Role.CORE, observation);
    }

    boolean isSupport(String observation) {
        return is(Role.SUPPORT, observation);
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

    /** All strong keys of some observations, and those by which the operator names them. */
    NavigableSet<String> keys(Collection<String> observations) {
        var keys = new TreeSet<String>();
        for (String member : observations) {
            keys.addAll(Keys.strong(evidence(member)));
            keys.add(Overrides.key(member));
        }
        return keys;
    }

    /** Keys that name the family of a component: what is parted has none in common with what it left. */
    NavigableSet<String> idKeys(NavigableSet<String> component) {
        var keys = new TreeSet<String>();
        for (String member : component) {
            String apart = String.join("", parts(member));
            Keys.strong(evidence(member)).forEach(key -> keys.add(ties.naming(key, member) + apart));
        }
        return keys;
    }

    /** All family names of a component. */
    NavigableSet<String> names(NavigableSet<String> component) {
        var names = new TreeSet<String>();
        component.forEach(member -> names.addAll(namesOf.computeIfAbsent(member, one -> Keys.names(evidence(one)))));
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

    /** Supporting observations that have one of these names. */
    NavigableSet<String> callers(NavigableSet<String> names) {
        var callers = new TreeSet<String>();
        names.forEach(name -> callers.addAll(links.from(Relation.SUPPORT_NAME, name)));
        return callers;
    }

    /** Supporting observations that have one of these keys, or that the operator joined with one who is named by them. */
    NavigableSet<String> supports(NavigableSet<String> keys) {
        var supports = new TreeSet<String>();
        for (String key : keys) {
            supports.addAll(links.from(Relation.KEY, key));
            Overrides.subject(key).map(overrides::joined).ifPresent(supports::addAll);
        }
        supports.removeIf(observation -> !is(Role.SUPPORT, observation));
        return supports;
    }

    /** Hosts of the families around a supporting observation: it hangs on the family when there is one only. */
    NavigableSet<String> hostsAround(String support) {
        var around = new TreeSet<String>();
        overrides.joined(support).stream().filter(this::isCore).forEach(core -> around.add(hostOf(core)));
        if (around.isEmpty()) {
            Keys.strong(evidence(support)).forEach(key -> around.addAll(hostsOfKey(key, support)));
        }
        if (around.isEmpty()) {
            around.addAll(hostsCalled(support));
        }
        return around;
    }

    private NavigableSet<String> hostsOfKey(String key, String support) {
        var around = new TreeSet<String>();
        Optional<String> subject = Overrides.subject(key).filter(named -> !named.equals(support));
        if (subject.isPresent()) {
            String named = subject.get();
            if (isCore(named)) {
                around.add(hostOf(named));
            } else if (is(Role.SUPPORT, named) && !Overrides.isOperator(evidence(named))) {
                around.addAll(hostsAround(named));
            }
            return around;
        }
        links.from(Relation.KEY, key).stream()
                .filter(core -> isCore(core) && joins(key, support, core))
                .forEach(core -> around.add(hostOf(core)));
        return around;
    }

    private NavigableSet<String> hostsCalled(String support) {
        var around = new TreeSet<String>();
        if (Callings.hangs(evidence(support))) {
            meant(support).forEach(core -> around.add(hostOf(core)));
        }
        return around;
    }

    private boolean joins(String key, String one, String other) {
        return partedAlike(one, other) && ties.joins(key, one, other);
    }

    private String hostOf(String core) {
        return host(component(core)).first();
    }

    private boolean partedAlike(String one, String other) {
        return parts(one).equals(parts(other));
    }

    private NavigableSet<String> parts(String observation) {
        return parts.computeIfAbsent(observation, overrides::parts);
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
                NavigableSet<String> parted = parts(observation);
                Keys.strong(evidence(observation)).stream()
                        .filter(key -> keysSeen.add(key + parted + ties.side(key, observation)))
                        .forEach(key -> links.from(Relation.KEY, key).stream()
                                .filter(other -> isCore(other) && joins(key, observation, other))
                                .forEach(queue::add));
                overrides.joined(observation).stream().filter(this::isCore).forEach(queue::add);
            }
        }
        return component;
    }

    private boolean isWeak(NavigableSet<String> component) {
        return component.stream().noneMatch(member -> Keys.hasMaker(evidence(member)));
    }

    private Optional<String> onlyCandidate(NavigableSet<String> weak) {
        var candidates = new TreeSet<String>();
        weak.forEach(member ->
                meant(member).forEach(made -> candidates.add(component(made).first())));
        return candidates.size() == 1 ? Optional.of(candidates.first()) : Optional.empty();
    }

    /**
     * Papers and posts mean what is new: a repository whose day nobody tells is as old as what else is known of its family. The
     * day of a product is that of its last change.
     */
    private boolean means(Evidence one, String made) {
        return Callings.means(one, evidence(made))
                && (one.getForm().equals("product")
                        || Nearness.days(one, evidence(made)).isPresent()
                        || component(made).stream()
                                .noneMatch(other ->
                                        Nearness.days(one, evidence(other)).isPresent()));
    }

    /**
     * Core observations with a maker that one without may speak of. "Quokka 2" is that of the maker of the Quokkas, where
     * others called what they made from it by the same name.
     */
    private NavigableSet<String> meant(String observation) {
        Evidence one = evidence(observation);
        var meant = new TreeSet<>(links.from(Relation.MADE_NAME, Keys.name(one)));
        meant.removeIf(made -> !means(one, made) || !partedAlike(observation, made));
        Optional<String> ofLine = BaseMaker.keyOf(Keys.name(one))
                .filter(key -> meant.stream()
                        .anyMatch(made -> Keys.strong(evidence(made)).contains(key)));
        ofLine.ifPresent(
                key -> meant.removeIf(made -> !Keys.strong(evidence(made)).contains(key)));
        return meant;
    }
}
