package org.computedivide.streams.rules.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Proof;

/** The words behind the figures of a release: at most three, of the quantities that the compute rests on. */
final class Proofs {

    private static final int MOST = 3;
    private static final List<String> FIELDS = List.of(
            "trainingCompute",
            "chipHours",
            "parameters",
            "activeParameters",
            "trainingTokens",
            "acceleratorCount",
            "trainingHours",
            "accelerator");

    private Proofs() {}

    static List<Proof> of(List<Evidence> members) {
        var proofs = new ArrayList<Proof>();
        var quotes = new TreeSet<String>();
        for (String field : FIELDS) {
            proof(field, members)
                    .filter(proof -> proofs.size() < MOST && quotes.add(proof.getQuote()))
                    .ifPresent(proofs::add);
        }
        return List.copyOf(proofs);
    }

    private static Optional<Proof> proof(String field, List<Evidence> members) {
        return Voice.inOrder(members).stream()
                .flatMap(member -> member.getFacts().stream()
                        .filter(fact -> proves(fact, field))
                        .map(fact -> proof(fact, member)))
                .findFirst();
    }

    private static boolean proves(Fact fact, String field) {
        return fact.getField().equals(field)
                && !fact.getQuote().isEmpty()
                && fact.getQuarantine().isEmpty();
    }

    private static Proof proof(Fact fact, Evidence member) {
        return Proof.newBuilder()
                .setField(fact.getField())
                .setQuote(fact.getQuote())
                .setUrl(member.getUrl())
                .build();
    }
}
