package org.computedivide.streams.rules.digest;

import java.time.Instant;
import java.util.List;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Statement;

/** Rows of a curated table as a producer observes them. */
final class Rows {

    private Rows() {}

    static Observation row(String id, String observedAt, String published, double flop) {
        return row(id, observedAt, published, flop, "Industry");
    }

    static Observation row(String id, String observedAt, String published, double flop, String type) {
        return Observation.newBuilder()
                .setSource("table")
                .setNativeId(id)
                .setForm("table-row")
                .setTier("curated")
                .setOrigin("table")
                .setUrl("https://example.org/" + id)
                .setTitle(id)
                .setPublishedAt(published)
                .setObservedAt(Instant.parse(observedAt))
                .setOrganizations(List.of("Maker of " + id))
                .setStatements(List.of(
                        statement("organizationType", type).build(),
                        statement("trainingCompute", Double.toString(flop))
                                .setNumber(flop)
                                .setUnit("FLOP")
                                .build()))
                .setContentHash(id + flop + type)
                .build();
    }

    static Observation withdrawn(String id, String observedAt) {
        return Observation.newBuilder()
                .setSource("table")
                .setNativeId(id)
                .setState("withdrawn")
                .setForm("table-row")
                .setTier("curated")
                .setOrigin("table")
                .setObservedAt(Instant.parse(observedAt))
                .build();
    }

    private static Statement.Builder statement(String field, String text) {
        return Statement.newBuilder().setField(field).setText(text).setCitation("https://example.org");
    }
}
