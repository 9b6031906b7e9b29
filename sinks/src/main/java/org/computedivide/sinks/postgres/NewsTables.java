package org.computedivide.sinks.postgres;

import static org.computedivide.sinks.postgres.Column.day;
import static org.computedivide.sinks.postgres.Column.instant;
import static org.computedivide.sinks.postgres.Column.json;
import static org.computedivide.sinks.postgres.Column.number;
import static org.computedivide.sinks.postgres.Column.text;
import static org.computedivide.sinks.postgres.Column.texts;
import static org.computedivide.sinks.postgres.Column.whole;

import java.util.List;
import org.computedivide.avro.Alert;
import org.computedivide.avro.Correction;
import org.computedivide.avro.Digest;

/** {@code alerts}, {@code corrections} and {@code digests}: what readers are told. */
final class NewsTables {

    static final Table<Correction> CORRECTIONS =
            new Table<>("corrections", "family_id", List.of("id"), correctionColumns(), c -> 1);

    static final Table<Digest> DIGESTS = new Table<>("digests", "week", List.of("week"), digestColumns(), d -> 1);

    private NewsTables() {}

    /** All alert topics share one table; {@code stream} says which one a row is from. */
    static Table<Alert> alerts(String stream) {
        return new Table<>("alerts", "id", List.of("id"), alertColumns(stream), a -> 1);
    }

    private static List<Column<Alert>> alertColumns(String stream) {
        return Columns.<Alert>start()
                .add(text("id", Row::key))
                .add(text("stream", row -> stream))
                .add(text("rule", row -> row.value().getRule()))
                .add(whole("rule_version", row -> (long) row.value().getRuleVersion()))
                .add(text("subject", row -> row.value().getSubject()))
                .add(text("edge", row -> row.value().getEdge()))
                .add(text("side", row -> row.value().getSide()))
                .add(text("state", row -> row.value().getState()))
                .add(text("family_id", row -> row.value().getFamilyId()))
                .add(text("name", row -> row.value().getName()))
                .add(text("title", row -> row.value().getTitle()))
                .add(text("message", row -> row.value().getMessage()))
                .add(number("compute", row -> row.value().getValue()))
                .add(number("compute_low", row -> row.value().getLow()))
                .add(number("compute_high", row -> row.value().getHigh()))
                .add(number("line", row -> row.value().getLine()))
                .add(number("probability", row -> row.value().getProbability()))
                .add(json("proofs", row -> row.value().getProofs()))
                .add(text("url", row -> row.value().getUrl()))
                .add(text("published_at", row -> row.value().getPublishedAt()))
                .add(instant("observed_at", row -> row.value().getObservedAt()))
                .add(text("methods_version", row -> row.value().getMethodsVersion()))
                .end();
    }

    private static List<Column<Correction>> correctionColumns() {
        return Columns.<Correction>start()
                .add(text("id", row -> row.value().getId()))
                .add(text("family_id", Row::key))
                .add(text("name", row -> row.value().getName()))
                .add(text("field", row -> row.value().getField()))
                .add(text("before", row -> row.value().getFrom()))
                .add(text("after", row -> row.value().getTo()))
                .add(text("why", row -> row.value().getWhy()))
                .add(text("sentence", row -> row.value().getSentence()))
                .add(instant("observed_at", row -> row.value().getObservedAt()))
                .add(texts("touches", row -> row.value().getTouches()))
                .add(json("moved", row -> row.value().getMoved()))
                .add(texts("wrong_alerts", row -> row.value().getWrongAlerts()))
                .end();
    }

    private static List<Column<Digest>> digestColumns() {
        return Columns.<Digest>start()
                .add(text("week", Row::key))
                .add(day("from_day", row -> row.value().getFrom()))
                .add(day("to_day", row -> row.value().getTo()))
                .add(instant("made_at", row -> row.value().getMadeAt()))
                .add(json("entries", row -> row.value().getEntries()))
                .add(whole("older_finds", row -> row.value().getOlderFinds()))
                .add(whole("derivatives", row -> row.value().getDerivatives()))
                .add(json("tallies", row -> row.value().getTallies()))
                .add(json("trends", row -> row.value().getTrends()))
                .add(json("points", row -> row.value().getPoints()))
                .add(json("corrections", row -> row.value().getCorrections()))
                .add(whole("observations", row -> row.value().getObservations()))
                .add(text("methods_version", row -> row.value().getMethodsVersion()))
                .end();
    }
}
