package org.computedivide.streams.rules.identity;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.computedivide.avro.Evidence;
import org.computedivide.streams.rules.identity.Links.Note;
import org.computedivide.streams.rules.identity.Links.Relation;

/** Gives each observation its role and keeps the links that follow from it. */
final class Placement {

    private final Shelf<Evidence> evidence;
    private final Links links;
    private final Derivatives derivatives;
    private final Announced announced;
    private final Settlement settlement = new Settlement();

    Placement(Shelf<Evidence> evidence, Links links) {
        this.evidence = evidence;
        this.links = links;
        this.derivatives = new Derivatives(evidence, links);
        this.announced = new Announced(links);
    }

    /** Puts new evidence in the place of the old; returns what that touches. */
    Touched replace(Optional<Evidence> old, Evidence now) {
        var touched = new Touched();
        old.ifPresent(before -> unlink(before, touched));
        evidence.put(Versions.key(now), now);
        link(now, touched);
        settleDependants(old, now, touched);
        old.ifPresent(before -> settleConcerned(before, touched));
        settleConcerned(now, touched);
        return touched;
    }

    /** What the operator speaks of is looked at again, whether it is there already or not. */
    private void settleConcerned(Evidence said, Touched touched) {
        if (!Overrides.isOperator(said)) {
            return;
        }
        for (String concerned : Overrides.concerned(said)) {
            evidence.get(concerned).ifPresent(known -> {
                settleAgain(concerned, touched);
                touched.add(known, roleOf(concerned));
            });
        }
    }

    private void settleDependants(Optional<Evidence> old, Evidence now, Touched touched) {
        if (old.map(before -> settlesAlike(before, now)).orElse(false)) {
            return;
        }
        var bases = new TreeSet<>(Keys.strong(now));
        old.ifPresent(before -> bases.addAll(Keys.strong(before)));
        for (String base : bases) {
            if (Derivatives.canBeBase(base)) {
                links.from(Relation.DEPENDS, base).forEach(dependant -> settleAgain(dependant, touched));
            }
            links.from(Relation.SUBJECT, base).forEach(subject -> settleAgain(subject, touched));
        }
    }

    /** A popular base has thousands of derivatives: an edit that changes nothing they depend on must not reach them. */
    private static boolean settlesAlike(Evidence before, Evidence now) {
        return before.getState().equals(now.getState())
                && before.getRelease().equals(now.getRelease())
                && before.getKeys().equals(now.getKeys())
                && before.getOrganizations().equals(now.getOrganizations())
                && before.getFacts().equals(now.getFacts());
    }

    private void settleAgain(String dependant, Touched touched) {
        Evidence known = evidence.get(dependant).orElseThrow();
        if (role(known) != roleOf(dependant)) {
            unlink(known, touched);
            link(known, touched);
        }
    }

    private void unlink(Evidence before, Touched touched) {
        String observation = Versions.key(before);
        Role role = roleOf(observation);
        each(before, role, links::remove);
        links.erase(Note.ROLE, observation);
        touched.add(before, role);
        countAgain(before, role, touched);
    }

    private void link(Evidence now, Touched touched) {
        Role role = role(now);
        if (role == Role.GONE) {
            return;
        }
        links.write(Note.ROLE, Versions.key(now), role.name());
        each(now, role, links::add);
        touched.add(now, role);
        countAgain(now, role, touched);
    }

    private void countAgain(Evidence changed, Role role, Touched touched) {
        if (role == Role.DERIVATIVE) {
            derivatives.update(changed, touched);
        }
    }

    private interface Change {
        void apply(Relation relation, String from, String to);
    }

    private static void each(Evidence evidence, Role role, Change change) {
        String observation = Versions.key(evidence);
        NavigableSet<String> keys = Keys.strong(evidence);
        if (role == Role.CORE || role == Role.SUPPORT) {
            keys.forEach(key -> change.apply(Relation.KEY, key, observation));
        }
        eachName(evidence, role, change);
        if (role != Role.GONE && Overrides.isOperator(evidence)) {
            Overrides.each(evidence, change::apply);
        }
        if (role == Role.DERIVATIVE) {
            keys.forEach(key -> change.apply(Relation.DERIVATIVE, key, observation));
            Keys.base(evidence).ifPresent(base -> change.apply(Relation.BASE, base, observation));
        }
        if (role != Role.GONE && evidence.getRelease().equals("depends-on-base")) {
            Keys.base(evidence).ifPresent(base -> change.apply(Relation.DEPENDS, base, observation));
        }
        if (Announced.isSubject(evidence)) {
            Announced.names(evidence).forEach(name -> change.apply(Relation.SUBJECT, name, observation));
        } else if (Announced.isAnnouncement(evidence)) {
            Announced.names(evidence).forEach(name -> change.apply(Relation.ANNOUNCED, name, observation));
        }
    }

    private static void eachName(Evidence evidence, Role role, Change change) {
        String observation = Versions.key(evidence);
        if (role == Role.CORE && Keys.hasMaker(evidence)) {
            Keys.names(evidence).forEach(name -> change.apply(Relation.MADE_NAME, name, observation));
        } else if (!evidence.getFamily().isEmpty() && role == Role.CORE) {
            change.apply(Relation.WEAK_NAME, Keys.name(evidence), observation);
        } else if (!evidence.getFamily().isEmpty() && role == Role.SUPPORT && Callings.hangs(evidence)) {
            change.apply(Relation.SUPPORT_NAME, Keys.name(evidence), observation);
        }
    }

    private Role roleOf(String observation) {
        return links.note(Note.ROLE, observation).map(Role::valueOf).orElse(Role.GONE);
    }

    /**
     * A derivative that was announced under its name is the release. What the operator joins with others is no derivative any
     * more, but not a release by itself either.
     */
    private Role role(Evidence now) {
        Role role = ownRole(now);
        if (role != Role.DERIVATIVE) {
            return role;
        }
        if (announced.is(now)) {
            return Role.CORE;
        }
        return links.from(Relation.JOIN, Versions.key(now)).isEmpty() ? role : Role.SUPPORT;
    }

    private Role ownRole(Evidence now) {
        if (!now.getState().equals("present")) {
            return Role.GONE;
        }
        if (now.getRelease().equals("true")) {
            return Role.CORE;
        }
        if (now.getRelease().equals("depends-on-base")) {
            return settlement.isRelease(now, bases(now)) ? Role.CORE : Role.DERIVATIVE;
        }
        return Keys.isDerivative(now) ? Role.DERIVATIVE : Role.SUPPORT;
    }

    private List<Evidence> bases(Evidence derivative) {
        var observations = new TreeSet<String>();
        Keys.base(derivative).ifPresent(base -> {
            observations.addAll(links.from(Relation.KEY, base));
            observations.addAll(links.from(Relation.DERIVATIVE, base));
        });
        observations.remove(Versions.key(derivative));
        return observations.stream()
                .map(observation -> evidence.get(observation).orElseThrow())
                .toList();
    }
}
