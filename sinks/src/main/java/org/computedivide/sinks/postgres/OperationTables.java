package org.computedivide.sinks.postgres;

import static org.computedivide.sinks.postgres.Column.instant;
import static org.computedivide.sinks.postgres.Column.text;
import static org.computedivide.sinks.postgres.Column.whole;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.computedivide.avro.LagCount;
import org.computedivide.avro.Rejected;
import org.computedivide.avro.SourceHealth;

/** {@code sources}, {@code source_lags}, {@code rejected} and {@code dead_letters}: how the line itself is doing. */
final class OperationTables {

    static final Table<SourceHealth> SOURCES =
            new Table<>("sources", "source", List.of("source"), sourceColumns(), s -> 1);

    static final Table<SourceHealth> LAGS = new Table<>(
            "source_lags",
            "source",
            List.of("source", "ordinal"),
            lagColumns(),
            s -> s.getLags().size());

    static final Table<Rejected> REJECTED =
            new Table<>("rejected", "observation", List.of("observation"), rejectedColumns(), r -> 1);

    static final Table<ConsumerRecord<byte[], byte[]>> DEAD_LETTERS = new Table<>(
            "dead_letters", "record_key", List.of("topic_partition", "topic_offset"), deadLetterColumns(), r -> 1);

    private OperationTables() {}

    private static List<Column<SourceHealth>> sourceColumns() {
        return Columns.<SourceHealth>start()
                .add(text("source", Row::key))
                .add(text("name", row -> row.value().getName()))
                .add(text("url", row -> row.value().getUrl()))
                .add(text("state", row -> row.value().getState()))
                .add(text("message", row -> row.value().getMessage()))
                .add(instant("last_success", row -> row.value().getLastSuccess()))
                .add(instant("last_attempt", row -> row.value().getLastAttempt()))
                .add(instant("next_attempt", row -> row.value().getNextAttempt()))
                .add(whole("items", row -> row.value().getItems()))
                .add(whole("errors", row -> row.value().getErrors()))
                .add(whole("rejected", row -> row.value().getRejected()))
                .add(whole("lag_median_seconds", row -> row.value().getLagMedianSeconds()))
                .add(whole("lag_p90_seconds", row -> row.value().getLagP90Seconds()))
                .add(text("lag_precision", row -> row.value().getLagPrecision()))
                .add(whole("lag_items", row -> row.value().getLagItems()))
                .end();
    }

    private static List<Column<SourceHealth>> lagColumns() {
        return Columns.<SourceHealth>start()
                .add(text("source", Row::key))
                .add(whole("ordinal", row -> (long) row.ordinal()))
                .add(text("precision", row -> lag(row).getPrecision()))
                .add(whole("at_most_seconds", row -> lag(row).getAtMostSeconds()))
                .add(whole("items", row -> lag(row).getCount()))
                .end();
    }

    private static LagCount lag(Row<SourceHealth> row) {
        return row.value().getLags().get(row.ordinal());
    }

    private static List<Column<Rejected>> rejectedColumns() {
        return Columns.<Rejected>start()
                .add(text("observation", Row::key))
                .add(text("source", row -> row.value().getSource()))
                .add(text("native_id", row -> row.value().getNativeId()))
                .add(text("url", row -> row.value().getUrl()))
                .add(text("reason", row -> row.value().getReason()))
                .add(text("detail", row -> row.value().getDetail()))
                .add(text("excerpt", row -> row.value().getExcerpt()))
                .add(instant("observed_at", row -> row.value().getObservedAt()))
                .end();
    }

    private static List<Column<ConsumerRecord<byte[], byte[]>>> deadLetterColumns() {
        return Columns.<ConsumerRecord<byte[], byte[]>>start()
                .add(whole("topic_partition", row -> (long) row.value().partition()))
                .add(whole("topic_offset", row -> row.value().offset()))
                .add(text("record_key", Row::key))
                .add(whole("size", row -> size(row.value())))
                .add(text("origin", row -> origin(row.value())))
                .add(text("reason", row -> header(row.value(), DeadLetters.MESSAGE)))
                .add(instant(
                        "arrived_at", row -> Instant.ofEpochMilli(row.value().timestamp())))
                .end();
    }

    private static long size(ConsumerRecord<byte[], byte[]> letter) {
        return letter.value() == null ? 0 : letter.value().length;
    }

    private static String origin(ConsumerRecord<byte[], byte[]> letter) {
        return header(letter, DeadLetters.TOPIC) + "-" + header(letter, DeadLetters.PARTITION) + "@"
                + header(letter, DeadLetters.OFFSET);
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
