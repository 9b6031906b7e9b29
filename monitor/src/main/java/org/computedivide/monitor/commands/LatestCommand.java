package org.computedivide.monitor.commands;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecord;
import org.computedivide.avro.json.PlainJson;
import org.computedivide.avro.topics.Topic;
import org.computedivide.monitor.output.Column;
import org.computedivide.monitor.output.RowWriter;
import org.computedivide.monitor.reading.Reading;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what a compacted topic holds now: the newest value of each key. */
class LatestCommand<V extends SpecificRecord> implements Callable<Integer> {

    private final Topic<V> topic;
    private final List<Column> columns;

    @Mixin
    private ReadOptions options = new ReadOptions();

    @Option(names = "--follow", description = "print every value as it comes, until Ctrl-C")
    private boolean follow;

    LatestCommand(Topic<V> topic, Column... columns) {
        this.topic = topic;
        this.columns = List.of(columns);
    }

    final ReadOptions options() {
        return options;
    }

    /** What the topic holds, with what it does not hold yet but should. */
    List<V> whole(List<V> latest) {
        return latest;
    }

    /** Reads what the rows need beside the topic. */
    void prepare(Reading reading) {}

    /** A value as it is printed. */
    ObjectNode row(V value) {
        return PlainJson.write(value);
    }

    final List<Column> columns() {
        return columns;
    }

    /** Those that are asked for, in the order in which they are printed. */
    List<V> chosen(List<V> all) {
        return all;
    }

    /** What is not asked may be anything. */
    static boolean isAsked(@Nullable String wanted, String there) {
        return wanted == null || wanted.equals(there);
    }

    @Override
    public Integer call() {
        try (Reading reading = options.open()) {
            prepare(reading);
            // What stands in the way is said before the first line is written.
            List<V> now = follow ? List.of() : whole(reading.topics().latest(topic));
            try (RowWriter rows = options.writer(columns)) {
                if (follow) {
                    reading.topics().follow(topic, true, value -> print(rows, List.of(value)));
                } else {
                    print(rows, now);
                }
            }
        }
        return 0;
    }

    /** Whether all were printed; false when nobody reads any more. */
    private boolean print(RowWriter rows, List<V> values) {
        for (V value : chosen(values)) {
            if (!rows.write(row(value))) {
                return false;
            }
        }
        return true;
    }
}
