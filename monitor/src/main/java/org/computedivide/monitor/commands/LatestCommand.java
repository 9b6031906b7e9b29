package org.computedivide.monitor.commands;

import java.util.List;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecord;
import org.computedivide.avro.json.PlainJson;
import org.computedivide.avro.topics.Topic;
import org.computedivide.monitor.output.Column;
import org.computedivide.monitor.output.RowWriter;
import org.computedivide.monitor.reading.Reading;
import picocli.CommandLine.Mixin;

/** Prints what a compacted topic holds now: the newest value of each key. */
class LatestCommand<V extends SpecificRecord> implements Callable<Integer> {

    private final Topic<V> topic;
    private final List<Column> columns;

    @Mixin
    private ReadOptions options = new ReadOptions();

    LatestCommand(Topic<V> topic, Column... columns) {
        this.topic = topic;
        this.columns = List.of(columns);
    }

    @Override
    public Integer call() {
        try (Reading reading = options.open();
                RowWriter rows = options.writer(columns)) {
            for (V value : reading.topics().latest(topic)) {
                if (!rows.write(PlainJson.write(value))) {
                    break;
                }
            }
        }
        return 0;
    }
}
