package org.computedivide.monitor.commands;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.computedivide.avro.topics.Topic;
import org.computedivide.avro.topics.Topics;
import org.computedivide.monitor.output.Column;
import org.computedivide.monitor.output.RowWriter;
import org.computedivide.monitor.reading.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How far the line has come. */
@Command(name = "status", description = "Print how far each topic has been written.")
public final class Status implements Callable<Integer> {

    private static final List<Column> COLUMNS =
            List.of(Column.of("topic", 34, "topic"), Column.of("end", 10, "end"), Column.of("purpose", 60, "purpose"));

    @Mixin
    private ReadOptions options = new ReadOptions();

    @Override
    public Integer call() {
        try (Reading reading = options.open();
                RowWriter rows = options.writer(COLUMNS)) {
            Map<String, Long> ends = reading.topics().ends();
            for (Topic<?> topic : Topics.ALL) {
                rows.write(JsonNodeFactory.instance
                        .objectNode()
                        .put("topic", topic.name())
                        .put("end", ends.get(topic.name()))
                        .put("purpose", topic.purpose()));
            }
            rows.write(JsonNodeFactory.instance
                    .objectNode()
                    .put("topic", Topics.DEAD_LETTERS)
                    .put("end", ends.get(Topics.DEAD_LETTERS))
                    .put("purpose", "Bytes that could not be read."));
        }
        return 0;
    }
}
