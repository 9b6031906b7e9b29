package org.computedivide.streams.rules.estimates;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;

/**
 * What the operator judged of facts: a quarantined one that was accepted stands, one that was rejected does not.
 *
 * @param accepted each as "source/nativeId field"
 * @param rejected in the same way
 */
public record Verdicts(Set<String> accepted, Set<String> rejected) {

    public Verdicts {
        accepted = Set.copyOf(accepted);
        rejected = Set.copyOf(rejected);
    }

    /** What is said in the evidence of the operator. */
    public static Verdicts of(List<Evidence> members) {
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

    public boolean isAccepted(Evidence member, Fact fact) {
        return accepted.contains(subject(member, fact));
    }

    public boolean isRejected(Evidence member, Fact fact) {
        return rejected.contains(subject(member, fact));
    }

    /** Whether it stands aside and nobody has judged it. */
    public boolean isOpen(Evidence member, Fact fact) {
        return !fact.getQuarantine().isEmpty() && !isAccepted(member, fact) && !isRejected(member, fact);
    }

    /** Whether a fact takes part in the estimates. */
    boolean stands(Evidence member, Fact fact) {
        return !isRejected(member, fact) && (fact.getQuarantine().isEmpty() || isAccepted(member, fact));
    }

    private static String subject(Evidence member, Fact fact) {
        return member.getSource() + "/" + member.getNativeId() + " " + fact.getField();
    }

    private static List<String> texts(Evidence member, String field) {
        return member.getFacts().stream()
                .filter(fact -> fact.getField().equals(field))
                .map(Fact::getText)
                .toList();
    }
}
