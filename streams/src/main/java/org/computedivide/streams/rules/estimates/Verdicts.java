package org.computedivide.streams.rules.estimates;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;

/** What the operator judged of facts: a quarantined one that was accepted stands, one that was rejected does not. */
record Verdicts(Set<String> accepted, Set<String> rejected) {

    Verdicts {
        accepted = Set.copyOf(accepted);
        rejected = Set.copyOf(rejected);
    }

    static Verdicts of(List<Evidence> members) {
        Set<String> accepted = new TreeSet<>();
        Set<String> rejected = new TreeSet<>();
        members.stream().filter(member -> member.getTier().equals("operator")).forEach(member -> {
            for (String subject : texts(member, "subject")) {
                texts(member, "accept").forEach(field -> accepted.add(subject + " " + field));
                texts(member, "reject").forEach(field -> rejected.add(subject + " " + field));
            }
        });
        return new Verdicts(accepted, rejected);
    }

    boolean isAccepted(Evidence member, Fact fact) {
        return accepted.contains(member.getSource() + "/" + member.getNativeId() + " " + fact.getField());
    }

    /** Whether a fact takes part in the estimates. */
    boolean stands(Evidence member, Fact fact) {
        String subject = member.getSource() + "/" + member.getNativeId() + " " + fact.getField();
        return !rejected.contains(subject) && (fact.getQuarantine().isEmpty() || accepted.contains(subject));
    }

    private static List<String> texts(Evidence member, String field) {
        return member.getFacts().stream()
                .filter(fact -> fact.getField().equals(field))
                .map(Fact::getText)
                .toList();
    }
}
