package org.computedivide.streams.rules.alerts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.computedivide.avro.Alert;
import org.computedivide.avro.Fired;
import org.computedivide.avro.Member;
import org.computedivide.avro.Release;
import org.computedivide.streams.rules.alerts.Verdict.Standing;
import org.computedivide.streams.rules.thresholds.Thresholds;

/**
 * Decides what fires (DECISIONS 20). An alert fires once: when a fresh release is above an edge that none of its
 * members is in the ledger for. What is not fresh enters the ledger as historical and never fires. Later changes are
 * amendments or a withdrawal under the same id, and only a withdrawn one can fire again.
 *
 * <p>After a rebuild releases that had been judged before pass again, in states that may never have been seen live; so
 * nothing is sent about a time before the rebuild.
 */
public final class AlertDesk {

    /** What goes out: alerts, each to the stream of its rule, and entries for the ledger. */
    public record Notices(List<Alert> alerts, List<Fired> entries) {

        public Notices {
            alerts = List.copyOf(alerts);
            entries = List.copyOf(entries);
        }
    }

    private final List<Rule> rules;
    private final Ledger ledger;
    private final CountedComputes computes;
    private final Instant rebuiltUpTo;

    /**
     * @param rebuiltUpTo what came in before is history that was judged in an earlier life
     */
    public AlertDesk(Thresholds thresholds, Ledger ledger, CountedComputes computes, Instant rebuiltUpTo) {
        this.rules =
                List.of(new FrontierRule(thresholds), new ThresholdRule(thresholds), new OpenWeightsRule(thresholds));
        this.ledger = ledger;
        this.computes = computes;
        this.rebuiltUpTo = rebuiltUpTo;
    }

    /**
     * A release is new or has changed; its computes are in the list already.
     *
     * @param at when the evidence for it was seen
     */
    public Notices changed(Release release, Instant at) {
        var step = new Step(release, at);
        Optional<Case> judged = Case.of(release);
        rules.forEach(rule -> step.apply(rule, judged));
        if (judged.isPresent() && release.getFresh() && at.isAfter(ledger.judged())) {
            step.enter(Fired.newBuilder()
                    .setId(Ledger.JUDGED)
                    .setState("judged")
                    .setObservedAt(at)
                    .build());
        }
        return step.notices();
    }

    /** A family ended, and none of its members is in another one: what fired for it is withdrawn. */
    public Notices ended(String familyId, Instant at) {
        var step = new Step(Release.newBuilder().setFamilyId(familyId).build(), at);
        ledger.ofFamily(familyId).forEach(entry -> step.below(entry, Optional.empty()));
        return step.notices();
    }

    /** All that one change of one release brings. */
    private final class Step {

        private final Release release;
        private final Instant at;
        private final TreeSet<String> members = new TreeSet<>();
        private final List<Alert> alerts = new ArrayList<>();
        private final List<Fired> entries = new ArrayList<>();

        Step(Release release, Instant at) {
            this.release = release;
            this.at = at;
            release.getMembers().forEach(member -> members.add(key(member)));
        }

        Notices notices() {
            return new Notices(alerts, entries);
        }

        void apply(Rule rule, Optional<Case> judged) {
            var known = new TreeMap<String, Fired>();
            ledger.ofMembers(members).stream()
                    .filter(entry -> entry.getRule().equals(rule.id()))
                    .forEach(entry -> known.putIfAbsent(entry.getEdge(), entry));
            judged.ifPresent(one -> rule.judge(one, computes)
                    .forEach(verdict -> weigh(rule, one, verdict, Optional.ofNullable(known.remove(verdict.edge())))));
            known.values().forEach(entry -> below(entry, judged));
        }

        private void weigh(Rule rule, Case judged, Verdict verdict, Optional<Fired> known) {
            Alert alert = AlertText.fired(rule, judged, verdict, at);
            if (known.isPresent()) {
                keep(known.get(), verdict, alert);
            } else if (verdict.standing() == Standing.ABOVE) {
                begin(alert);
            }
        }

        private void begin(Alert alert) {
            boolean news = release.getFresh() && at.isAfter(rebuiltUpTo);
            Fired entry = Fired.newBuilder()
                    .setId(alert.getId())
                    .setRule(alert.getRule())
                    .setEdge(alert.getEdge())
                    .setState(news ? "fired" : "historical")
                    .setFamilyId(release.getFamilyId())
                    .setMembers(List.copyOf(members))
                    .setFingerprint(news ? AlertText.fingerprint(alert) : "")
                    .setObservedAt(at)
                    .setAlert(news ? alert : null)
                    .build();
            enter(entry);
            if (news) {
                alerts.add(alert);
            }
        }

        private void keep(Fired entry, Verdict verdict, Alert alert) {
            Alert same = Alert.newBuilder(alert).setId(entry.getId()).build();
            if (!speaks(entry)) {
                widen(entry);
            } else if (entry.getState().equals("withdrawn")) {
                fireAgain(entry, verdict, same);
            } else if (AlertText.differs(entry.getAlert(), same)) {
                send(entry, Alert.newBuilder(same).setState("amended").build());
            } else {
                widen(entry);
            }
        }

        private void fireAgain(Fired entry, Verdict verdict, Alert alert) {
            if (verdict.standing() == Standing.ABOVE && release.getFresh()) {
                send(entry, alert);
            } else {
                widen(entry);
            }
        }

        void below(Fired entry, Optional<Case> judged) {
            Alert before = entry.getAlert();
            boolean withdrawn = entry.getState().equals("withdrawn");
            if (before != null && !withdrawn && speaks(entry) && inherits(entry, before)) {
                send(entry, AlertText.withdrawn(before, judged, at));
            } else {
                widen(entry);
            }
        }

        /** Historical entries say nothing; and nobody speaks about a time before the entry or the rebuild. */
        private boolean speaks(Fired entry) {
            return entry.getAlert() != null && at.isAfter(rebuiltUpTo) && !at.isBefore(entry.getObservedAt());
        }

        private void send(Fired entry, Alert alert) {
            alerts.add(alert);
            enter(Fired.newBuilder(entry)
                    .setState(alert.getState())
                    .setFamilyId(release.getFamilyId())
                    .setMembers(union(entry))
                    .setFingerprint(AlertText.fingerprint(alert))
                    .setObservedAt(at)
                    .setAlert(alert)
                    .build());
        }

        /** When a family splits, only the part that keeps its id or the subject of the alert speaks for it. */
        private boolean inherits(Fired entry, Alert before) {
            return entry.getFamilyId().equals(release.getFamilyId()) || members.contains(before.getSubject());
        }

        /** A member that joins later must not fire again should it part from the others one day. */
        private void widen(Fired entry) {
            boolean known = entry.getMembers().containsAll(members)
                    && entry.getFamilyId().equals(release.getFamilyId());
            if (!known && !members.isEmpty()) {
                enter(Fired.newBuilder(entry)
                        .setFamilyId(release.getFamilyId())
                        .setMembers(union(entry))
                        .build());
            }
        }

        private List<String> union(Fired entry) {
            var union = new TreeSet<>(entry.getMembers());
            union.addAll(members);
            return List.copyOf(union);
        }

        void enter(Fired entry) {
            ledger.put(entry);
            entries.add(entry);
        }

        private static String key(Member member) {
            return member.getSource() + "/" + member.getNativeId();
        }
    }
}
