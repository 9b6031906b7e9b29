package org.computedivide.streams.rules.identity;

import java.util.ArrayDeque;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.computedivide.avro.Evidence;
import org.computedivide.streams.rules.identity.Links.Note;
import org.computedivide.streams.rules.identity.Links.Relation;

/**
 * Counts derivatives at their root base. The root follows from the base relations of the present derivatives alone: up
 * from base to base until a key that no derivative has. A ring has no root. When a derivative comes, goes or becomes a
 * release, only it and what was made from it are looked at again.
 */
final class Derivatives {

    private final Shelf<Evidence> evidence;
    private final Links links;

    Derivatives(Shelf<Evidence> evidence, Links links) {
        this.evidence = evidence;
        this.links = links;
    }

    /** Only repositories and models by name are named as bases; papers are not. */
    static boolean canBeBase(String key) {
        return key.startsWith("repo:") || key.startsWith("model:");
    }

    /** Number of derivatives counted at the key. */
    long count(String key) {
        return links.note(Note.COUNT, key).map(Long::parseLong).orElse(0L);
    }

    /** Looks again at the roots of a derivative that was linked or unlinked, and of all made from it. */
    void update(Evidence changed, Touched touched) {
        var queue = new ArrayDeque<Evidence>();
        var seen = new TreeSet<String>();
        queue.add(changed);
        while (!queue.isEmpty()) {
            Evidence one = queue.remove();
            if (seen.add(Versions.key(one))) {
                moveRoot(one, touched);
                madeFrom(one).forEach(made -> evidence.get(made).ifPresent(queue::add));
            }
        }
    }

    private NavigableSet<String> madeFrom(Evidence base) {
        var children = new TreeSet<String>();
        Keys.strong(base).stream()
                .filter(Derivatives::canBeBase)
                .forEach(key -> children.addAll(links.from(Relation.BASE, key)));
        return children;
    }

    private void moveRoot(Evidence one, Touched touched) {
        String observation = Versions.key(one);
        String before = links.note(Note.ROOT, observation).orElse("");
        String now = isDerivative(observation) ? root(one) : "";
        if (!before.equals(now)) {
            add(before, -1, touched);
            add(now, 1, touched);
            note(observation, now);
        }
    }

    private void note(String observation, String root) {
        if (root.isEmpty()) {
            links.erase(Note.ROOT, observation);
        } else {
            links.write(Note.ROOT, observation, root);
        }
    }

    private void add(String root, long number, Touched touched) {
        if (root.isEmpty()) {
            return;
        }
        long count = count(root) + number;
        if (count == 0) {
            links.erase(Note.COUNT, root);
        } else {
            links.write(Note.COUNT, root, Long.toString(count));
        }
        touched.counted.merge(root, number, Long::sum);
    }

    private String root(Evidence derivative) {
        var path = new TreeSet<String>();
        Optional<String> base = Keys.base(derivative);
        while (base.isPresent()) {
            String key = base.get();
            NavigableSet<String> owners = links.from(Relation.DERIVATIVE, key);
            if (owners.isEmpty()) {
                return key;
            }
            base = path.add(key) ? evidence.get(owners.first()).flatMap(Keys::base) : Optional.empty();
        }
        return "";
    }

    private boolean isDerivative(String observation) {
        return links.note(Note.ROLE, observation)
                .map(role -> role.equals(Role.DERIVATIVE.name()))
                .orElse(false);
    }
}
