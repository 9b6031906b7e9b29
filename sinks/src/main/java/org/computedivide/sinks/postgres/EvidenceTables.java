package org.computedivide.sinks.postgres;

import static org.computedivide.sinks.postgres.Column.instant;
import static org.computedivide.sinks.postgres.Column.number;
import static org.computedivide.sinks.postgres.Column.text;
import static org.computedivide.sinks.postgres.Column.whole;

import java.util.List;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;
import org.computedivide.avro.proof.Surroundings;

/** {@code facts}, from the evidence topic. A withdrawn observation proves nothing, so it has no rows. */
final class EvidenceTables {

    static final Table<Evidence> FACTS = new Table<>(
            "facts", "observation", List.of("observation", "ordinal"), factColumns(), EvidenceTables::standing);

    private EvidenceTables() {}

    private static int standing(Evidence evidence) {
        return evidence.getState().equals("withdrawn") ? 0 : evidence.getFacts().size();
    }

    private static List<Column<Evidence>> factColumns() {
        return Columns.<Evidence>start()
                .add(text("observation", Row::key))
                .add(whole("ordinal", row -> (long) row.ordinal()))
                .add(text("source", row -> row.value().getSource()))
                .add(text("native_id", row -> row.value().getNativeId()))
                .add(text("url", row -> row.value().getUrl()))
                .add(text("title", row -> row.value().getTitle()))
                .add(instant("observed_at", row -> row.value().getObservedAt()))
                .add(text("field", row -> fact(row).getField()))
                .add(text("owner", row -> fact(row).getOwner()))
                .add(number("number", row -> fact(row).getNumber()))
                .add(text("value", row -> fact(row).getText()))
                .add(text("unit", row -> fact(row).getUnit()))
                .add(number("low", row -> fact(row).getLow()))
                .add(number("high", row -> fact(row).getHigh()))
                .add(text("quote", row -> fact(row).getQuote()))
                .add(whole("quote_start", row -> (long) fact(row).getStart()))
                .add(whole("quote_end", row -> (long) fact(row).getEnd()))
                .add(text("rule", row -> fact(row).getRule()))
                .add(text("stage", row -> fact(row).getStage()))
                .add(text("boundary", row -> fact(row).getBoundary()))
                .add(text("quarantine", row -> fact(row).getQuarantine()))
                .add(text("methods_version", row -> row.value().getMethodsVersion()))
                .add(whole("value_start", row -> (long) fact(row).getValueStart()))
                .add(whole("value_end", row -> (long) fact(row).getValueEnd()))
                .add(text(
                        "words_before",
                        row -> Surroundings.of(row.value(), fact(row)).before()))
                .add(text(
                        "words_after",
                        row -> Surroundings.of(row.value(), fact(row)).after()))
                .end();
    }

    private static Fact fact(Row<Evidence> row) {
        return row.value().getFacts().get(row.ordinal());
    }
}
