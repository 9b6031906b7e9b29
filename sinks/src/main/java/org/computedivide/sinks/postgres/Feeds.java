package org.computedivide.sinks.postgres;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;

/** Every topic that is written into tables, by the writer that follows it. */
final class Feeds {

    private Feeds() {}

    /** A writer has one consumer and one thread: a burst in one group does not delay the others. */
    static Map<String, List<Feed<?>>> byWriter(TopicSerdes serdes) {
        var writers = new LinkedHashMap<String, List<Feed<?>>>();
        writers.put(
                "releases",
                List.of(Feed.of(Topics.RELEASES, serdes, List.of(ReleaseTables.RELEASES, ReleaseTables.VARIANTS))));
        writers.put("facts", List.of(Feed.of(Topics.EVIDENCE, serdes, List.of(EvidenceTables.FACTS))));
        writers.put(
                "tallies",
                List.of(
                        Feed.of(Topics.TALLIES, serdes, List.of(TallyTables.TALLIES)),
                        Feed.of(Topics.TRENDS, serdes, List.of(TallyTables.TRENDS)),
                        Feed.of(
                                Topics.LITERATURE,
                                serdes,
                                List.of(LiteratureTables.CLAIMS, LiteratureTables.FIGURES))));
        writers.put("news", news(serdes));
        return writers;
    }

    static List<Feed<?>> all(TopicSerdes serdes) {
        return byWriter(serdes).values().stream().<Feed<?>>flatMap(List::stream).toList();
    }

    private static List<Feed<?>> news(TopicSerdes serdes) {
        Stream<Feed<?>> alerts =
                Topics.ALERTS.stream().map(topic -> Feed.of(topic, serdes, List.of(NewsTables.alerts(topic.name()))));
        Stream<Feed<?>> others = Stream.of(
                Feed.of(Topics.DIGESTS, serdes, List.of(NewsTables.DIGESTS)),
                Feed.of(Topics.CORRECTIONS, serdes, List.of(NewsTables.CORRECTIONS)),
                Feed.of(Topics.SOURCES, serdes, List.of(OperationTables.SOURCES, OperationTables.LAGS)),
                Feed.of(Topics.REJECTED, serdes, List.of(OperationTables.REJECTED)),
                Feed.ofBytes(Topics.DEAD_LETTERS, OperationTables.DEAD_LETTERS));
        return Stream.concat(alerts, others).toList();
    }
}
