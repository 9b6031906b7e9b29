package org.computedivide.monitor.commands;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.computedivide.avro.topics.Topic;
import org.computedivide.avro.topics.Topics;
import org.computedivide.monitor.output.Column;
import org.computedivide.monitor.output.Format;
import org.computedivide.monitor.output.RowWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The topics as declared. */
@Command(name = "topics", description = "Print the topics: name, key, value, partitions, how long they are kept.")
public final class TopicsCommand implements Callable<Integer> {

    private static final List<Column> COLUMNS = List.of(
            Column.of("topic", 34, "topic"),
            Column.of("key", 36, "key"),
            Column.of("value", 13, "value"),
            Column.of("partitions", 10, "partitions"),
            Column.of("kept", 16, "kept"),
            Column.of("purpose", 60, "purpose"));

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORM",
            defaultValue = "table",
            description = "table, json, jsonl or csv (default: table)")
    private Format format = Format.TABLE;

    @Option(names = "--markdown", description = "the page docs/topics.md, with every field")
    private boolean markdown;

    @Override
    public Integer call() {
        if (markdown) {
            spec.commandLine().getOut().print(TopicsPage.markdown());
            spec.commandLine().getOut().flush();
            return 0;
        }
        try (RowWriter rows = format.writer(spec.commandLine().getOut(), COLUMNS)) {
            Topics.ALL.forEach(topic -> rows.write(row(topic)));
        }
        return 0;
    }

    private static ObjectNode row(Topic<?> topic) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("topic", topic.name())
                .put("key", topic.key())
                .put("value", topic.value().getSimpleName())
                .put("partitions", topic.partitions())
                .put("kept", topic.cleanup().words())
                .put("purpose", topic.purpose());
    }
}
