package org.computedivide.streams.rules.identity;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Member;
import org.computedivide.avro.Release;
import org.computedivide.streams.rules.identity.Links.Note;
import org.computedivide.streams.rules.identity.Links.Relation;

/**
 * The single writer of releases, without Kafka: takes evidence record by record and says which releases changed. What
 * it holds after any number of records depends on the set of observations alone, not on their order or repetition
 * (docs/adr/0001).
 *
 * <p>Not safe for several threads.
 */
public final class Families {

    private final FamilyStore store;
    private final Links links;
    private final Placement placement;
    private final Derivatives derivatives;
    private final ReleaseFold fold;

    public Families(FamilyStore store) {
        this.store = store;
        this.links = store.links();
        this.placement = new Placement(store.evidence(), links);
        this.derivatives = new Derivatives(store.evidence(), links);
        this.fold = new ReleaseFold();
    }

    /**
     * Applies one version of one observation.
     *
     * @return releases that changed, by family id; empty for a family that ended
     */
    public SortedMap<String, Optional<Release>> apply(Evidence evidence) {
        String observation = Versions.key(evidence);
        Optional<Evidence> known = store.evidence().get(observation);
        Evidence now = known.map(before -> Versions.merge(before, evidence)).orElseGet(() -> Versions.first(evidence));
        if (known.map(now::equals).orElse(false)) {
            return new TreeMap<>();
        }
        return new Step(placement.replace(known, now)).run();
    }

    /** What one record does to the families around it. */
    private final class Step {

        private final Touched touched;
        private final Graph graph = new Graph(store.evidence(), links);
        private final NavigableSet<String> hosts = new TreeSet<>();
        private final NavigableSet<String> oldIds = new TreeSet<>();
        private final ArrayDeque<String> toVisit = new ArrayDeque<>();
        private final NavigableSet<String> visited = new TreeSet<>();
        private final NavigableSet<String> left = new TreeSet<>();
        private final SortedMap<String, Optional<Release>> changes = new TreeMap<>();

        Step(Touched touched) {
            this.touched = touched;
        }

        SortedMap<String, Optional<Release>> run() {
            findFamilies();
            NavigableSet<String> alive = new TreeSet<>();
            hosts.forEach(host -> alive.add(refold(graph.component(host))));
            left.forEach(observation -> links.erase(Note.FAMILY, observation));
            oldIds.stream().filter(id -> !alive.contains(id)).forEach(this::end);
            countAgain(alive);
            return changes;
        }

        /** Most records are derivatives and change a number only: the family is not walked for it. */
        private void countAgain(NavigableSet<String> folded) {
            var changed = new TreeMap<String, Long>();
            touched.counted.forEach(
                    (key, number) -> familiesOf(key).forEach(id -> changed.merge(id, number, Long::sum)));
            changed.keySet().removeAll(folded);
            changed.forEach(
                    (id, number) -> store.releases().get(id).ifPresent(release -> countMore(id, release, number)));
        }

        private NavigableSet<String> familiesOf(String key) {
            var ids = new TreeSet<String>();
            links.from(Relation.KEY, key).stream()
                    .filter(graph::isCore)
                    .forEach(core -> links.note(Note.FAMILY, core).ifPresent(ids::add));
            return ids;
        }

        private void countMore(String id, Release release, long number) {
            if (number != 0) {
                keep(id, recount(release, release.getDerivatives() + number));
            }
        }

        /** Follows what changed to every family that may look different now, those of the time before among them. */
        private void findFamilies() {
            toVisit.addAll(touched.observations);
            visitAround(touched.keys, touched.names);
            for (String key : touched.keys) {
                links.from(Relation.KEY, key).forEach(toVisit::add);
            }
            while (!toVisit.isEmpty()) {
                String observation = toVisit.remove();
                if (visited.add(observation)) {
                    visit(observation);
                }
            }
        }

        private void visit(String observation) {
            links.note(Note.FAMILY, observation).ifPresent(this::visitOld);
            if (graph.isCore(observation)) {
                NavigableSet<String> component = graph.component(observation);
                if (observation.equals(component.first())) {
                    hosts.add(graph.host(component).first());
                    visitAround(graph.keys(component), graph.names(component));
                }
                toVisit.addAll(component);
            } else if (graph.isSupport(observation)) {
                hosts.addAll(graph.hostsAround(observation));
            }
        }

        private void visitOld(String familyId) {
            if (oldIds.add(familyId)) {
                store.releases()
                        .get(familyId)
                        .ifPresent(release -> release.getMembers().stream()
                                .map(Step::key)
                                .peek(left::add)
                                .forEach(toVisit::add));
            }
        }

        /** Those that hang on something by a name or key may hang on something else now. */
        private void visitAround(NavigableSet<String> keys, NavigableSet<String> names) {
            graph.weakNamed(names).forEach(toVisit::addAll);
            toVisit.addAll(graph.supports(keys));
            toVisit.addAll(graph.callers(names));
        }

        private String refold(NavigableSet<String> host) {
            NavigableSet<String> members = members(host);
            String id = FamilyId.of(graph.idKeys(host), familyName(host));
            Optional<Release> before = store.releases().get(id);
            long count = count(graph.cores(host));
            Release now = isAsBefore(before, members)
                    ? recount(before.orElseThrow(), count)
                    : fold.fold(id, members.stream().map(graph::evidence).toList(), count);
            if (!before.map(now::equals).orElse(false)) {
                keep(id, now);
            }
            members.forEach(member -> place(member, id));
            left.removeAll(members);
            return id;
        }

        private void place(String member, String id) {
            if (!links.note(Note.FAMILY, member).map(id::equals).orElse(false)) {
                links.write(Note.FAMILY, member, id);
            }
        }

        private NavigableSet<String> members(NavigableSet<String> host) {
            NavigableSet<String> members = graph.cores(host);
            NavigableSet<String> supports = graph.supports(graph.keys(members));
            supports.addAll(graph.callers(graph.names(host)));
            supports.stream()
                    .filter(support -> graph.hostsAround(support).equals(Set.of(host.first())))
                    .forEach(members::add);
            return members;
        }

        private boolean isAsBefore(Optional<Release> before, NavigableSet<String> members) {
            return members.stream().noneMatch(touched.observations::contains)
                    && before.map(release ->
                                    release.getMembers().stream().map(Step::key).toList())
                            .map(keys -> keys.size() == members.size() && members.containsAll(keys))
                            .orElse(false);
        }

        private void keep(String id, Release now) {
            store.releases().put(id, now);
            changes.put(id, Optional.of(now));
        }

        private static Release recount(Release before, long count) {
            if (before.getDerivatives() == count) {
                return before;
            }
            Release now = Shallow.copy(before, new Release());
            now.put("derivatives", count);
            return now;
        }

        private long count(Collection<String> cores) {
            return graph.keys(cores).stream()
                    .filter(Derivatives::canBeBase)
                    .mapToLong(derivatives::count)
                    .sum();
        }

        private void end(String familyId) {
            store.releases().remove(familyId);
            changes.put(familyId, Optional.empty());
        }

        private static String key(Member member) {
            return member.getSource() + "/" + member.getNativeId();
        }

        private String familyName(NavigableSet<String> host) {
            return graph.names(host).stream().findFirst().orElse("");
        }
    }
}
