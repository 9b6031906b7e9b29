package org.computedivide.streams.topologies;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.computedivide.avro.LiteratureClaim;
import org.computedivide.avro.Tally;
import org.computedivide.avro.Trend;
import org.computedivide.avro.topics.Topic;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.computedivide.streams.rules.literature.LiteratureBook;
import org.computedivide.streams.rules.literature.PublishedClaims;
import org.jspecify.annotations.Nullable;

/**
 * Tallies and trends become the living table of the literature.
 *
 * <ul>
 *   <li>Why this key: the claim; the table has one row for each.
 *   <li>What if nothing joins: a figure whose tally or trend is not there has no value yet.
 *   <li>When do entries leave: {@code wanted-tallies} and {@code wanted-trends} with the tombstone of the row; claims
 *       with the release of the methods that has them no longer.
 * </ul>
 */
public final class LiteratureTopology {

    private static final String TALLIES = "wanted-tallies";
    private static final String TRENDS = "wanted-trends";
    private static final String PUBLISHED = "published-claims";
    private static final Duration TICK = Duration.ofSeconds(1);

    private LiteratureTopology() {}

    public static Topology build(TopicSerdes serdes) {
        StreamsBuilder builder = StrictBuilders.strict();
        read(builder, serdes, Topics.TALLIES, "tallies")
                .merge(read(builder, serdes, Topics.TRENDS, "trends"), Named.as("tallies-and-trends"))
                .process(new WriteClaims(), Named.as("write-claims"))
                .to(
                        Topics.LITERATURE.name(),
                        Produced.with(Serdes.String(), serdes.of(Topics.LITERATURE))
                                .withName("write-literature"));
        return builder.build();
    }

    private static <V extends SpecificRecord> KStream<String, Row> read(
            StreamsBuilder builder, TopicSerdes serdes, Topic<V> topic, String name) {
        return builder.stream(
                        topic.name(),
                        Consumed.with(Serdes.String(), serdes.of(topic)).withName("read-" + name))
                .mapValues(value -> new Row(topic.equals(Topics.TALLIES), value), Named.as("row-of-" + name));
    }

    /**
     * A row that came, changed or went.
     *
     * @param tally whether it is of the tallies
     * @param value null when it went
     */
    private record Row(boolean tally, @Nullable SpecificRecord value) {}

    private static final class WriteClaims implements ProcessorSupplier<String, Row, String, LiteratureClaim> {

        @Override
        public Processor<String, Row, String, LiteratureClaim> get() {
            return new Writer();
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    Stores.of(TALLIES, Tally.class),
                    Stores.of(TRENDS, Trend.class),
                    Stores.of(PUBLISHED, LiteratureClaim.class));
        }
    }

    private static final class Writer extends ContextualProcessor<String, Row, String, LiteratureClaim> {

        private final LiteratureBook book = new LiteratureBook(PublishedClaims.bundled());
        private boolean changed = true;

        @Override
        public void init(ProcessorContext<String, LiteratureClaim> context) {
            super.init(context);
            this.<Tally>all(TALLIES).forEach((key, tally) -> book.tally(key, Optional.of(tally)));
            this.<Trend>all(TRENDS).forEach((key, trend) -> book.trend(key, Optional.of(trend)));
            context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, now -> publish());
        }

        @Override
        public void process(Record<String, Row> record) {
            if (!book.isWanted(record.key())) {
                return;
            }
            SpecificRecord value = record.value().value();
            if (record.value().tally()) {
                keep(TALLIES, record.key(), (Tally) value);
                book.tally(record.key(), Optional.ofNullable((Tally) value));
            } else {
                keep(TRENDS, record.key(), (Trend) value);
                book.trend(record.key(), Optional.ofNullable((Trend) value));
            }
            changed = true;
        }

        private <V> void keep(String store, String key, @Nullable V value) {
            KeyValueStore<String, V> rows = context().getStateStore(store);
            if (value == null) {
                rows.delete(key);
            } else {
                rows.put(key, value);
            }
        }

        private void publish() {
            if (!changed) {
                return;
            }
            changed = false;
            Map<String, LiteratureClaim> now = book.claims();
            Map<String, LiteratureClaim> before = all(PUBLISHED);
            before.keySet().stream().filter(id -> !now.containsKey(id)).forEach(id -> send(id, null));
            now.forEach((id, claim) -> {
                if (!Objects.equals(claim, before.get(id))) {
                    send(id, claim);
                }
            });
        }

        private void send(String id, @Nullable LiteratureClaim claim) {
            keep(PUBLISHED, id, claim);
            context().forward(new Record<>(id, claim, Math.max(0, context().currentStreamTimeMs())));
        }

        private <V> Map<String, V> all(String store) {
            var rows = new HashMap<String, V>();
            KeyValueStore<String, V> kept = context().getStateStore(store);
            try (var entries = kept.all()) {
                entries.forEachRemaining(entry -> rows.put(entry.key, entry.value));
            }
            return rows;
        }
    }
}
