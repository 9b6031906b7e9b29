package org.computedivide.streams.rules.estimates;

import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;

/**
 * A fact together with the observation that says it.
 *
 * @param accepted whether the operator looked at it and let it stand
 */
record Voice(Fact fact, Evidence evidence, boolean accepted) {

    double number() {
        Double number = fact.getNumber();
        return number == null ? Double.NaN : number;
    }

    /** source/nativeId of the observation. */
    String source() {
        return evidence.getSource() + "/" + evidence.getNativeId();
    }

    /** Who wins for one quantity, least first: the operator, exact counts, the maker, curated tables, others. */
    int rank() {
        if (evidence.getTier().equals("operator")) {
            return 0;
        }
        if (isExact()) {
            return 1;
        }
        return switch (evidence.getTier()) {
            case "maker" -> 2;
            case "curated" -> 3;
            default -> 4;
        };
    }

    boolean isExact() {
        return fact.getRule().equals("safetensors") || fact.getRule().equals("config");
    }

    boolean isCurated() {
        return fact.getRule().equals("statement") && !evidence.getTier().equals("operator");
    }

    /** Values of one origin are one voice. */
    String origin() {
        return evidence.getOrigin().isEmpty() ? evidence.getSource() : evidence.getOrigin();
    }
}
