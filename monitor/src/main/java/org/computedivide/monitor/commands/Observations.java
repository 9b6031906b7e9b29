package org.computedivide.monitor.commands;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.computedivide.avro.Observation;
import org.computedivide.avro.json.PlainJson;
import org.computedivide.avro.topics.Topics;
import org.computedivide.monitor.output.Column;
import org.computedivide.monitor.output.RowWriter;
import org.computedivide.monitor.reading.Reading;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The log of record as it is. */
@Command(
        name = "observations",
        description = "Print the log of record: every version of everything that was seen, in the order of the log.")
public final class Observations implements Callable<Integer> {

    private static final List<Column> COLUMNS = List.of(
            Column.of("source", 14, "source"),
            Column.of("nativeId", 40, "nativeId"),
            Column.of("state", 9, "state"),
            Column.of("publishedAt", 20, "publishedAt"),
            Column.of("observedAt", 24, "observedAt"),
            Column.of("title", 60, "title"));

    @Mixin
    private ReadOptions options = new ReadOptions();

    @Option(names = "--follow", description = "print every version as it comes, until Ctrl-C")
    private boolean follow;

    @Option(names = "--source", paramLabel = "ID", description = "only this source, for example arxiv")
    private @Nullable String source;

    @Override
    public Integer call() {
        try (Reading reading = options.open();
                RowWriter rows = options.writer(COLUMNS)) {
            Predicate<Observation> each = observation -> {
                boolean wanted = source == null || observation.getSource().equals(source);
                return !wanted || rows.write(PlainJson.write(observation));
            };
            if (follow) {
                reading.topics().follow(Topics.OBSERVATIONS, true, each);
            } else {
                reading.topics().read(Topics.OBSERVATIONS, each);
            }
        }
        return 0;
    }
}
