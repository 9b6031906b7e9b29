package org.computedivide.streams.topologies;

import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Release;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.computedivide.streams.rules.replay.RowRelease;
import org.jspecify.annotations.Nullable;

/**
 * Rows of facts tables become releases, each its own family. It stands in for facts and identity when a table is
 * replayed; what follows the releases is the same as ever.
 *
 * <ul>
 *   <li>Why this key: all versions of one row have one key, so one task sees them all; parallel by partition.
 *   <li>What if nothing joins: nothing is joined.
 *   <li>When do entries leave {@code released-rows}: with the withdrawal of the row.
 * </ul>
 */
public final class ReplayTopology {

    private static final String ROWS = "released-rows";

    private ReplayTopology() {}

    public static Topology build(TopicSerdes serdes) {
        StreamsBuilder builder = StrictBuilders.strict();
        builder.stream(
                        Topics.OBSERVATIONS.name(),
                        Consumed.with(Serdes.String(), serdes.of(Topics.OBSERVATIONS))
                                .withName("read-rows"))
                .process(new ReleaseRows(), Named.as("release-rows"))
                .to(
                        Topics.RELEASES.name(),
                        Produced.with(Serdes.String(), serdes.of(Topics.RELEASES))
                                .withName("write-releases"));
        return builder.build();
    }

    private static final class ReleaseRows implements ProcessorSupplier<String, Observation, String, Release> {

        @Override
        public Processor<String, Observation, String, Release> get() {
            return new Releaser();
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(Stores.of(ROWS, Release.class));
        }
    }

    private static final class Releaser extends ContextualProcessor<String, Observation, String, Release> {

        private @Nullable KeyValueStore<String, Release> rows;

        @Override
        public void init(ProcessorContext<String, Release> context) {
            super.init(context);
            rows = context.getStateStore(ROWS);
        }

        @Override
        public void process(Record<String, Observation> record) {
            KeyValueStore<String, Release> store = Objects.requireNonNull(rows);
            Observation row = record.value();
            Release before = store.get(record.key());
            if (row.getState().equals("withdrawn")) {
                withdraw(record, before);
            } else if (before == null || !before.getChangedAt().isAfter(row.getObservedAt())) {
                Release release = RowRelease.of(record.key(), row);
                if (before != null) {
                    release = Release.newBuilder(release)
                            .setFirstObservedAt(before.getFirstObservedAt())
                            .build();
                }
                store.put(record.key(), release);
                context().forward(new Record<>(release.getFamilyId(), release, record.timestamp()));
            }
        }

        private void withdraw(Record<String, Observation> record, @Nullable Release before) {
            if (before != null) {
                Objects.requireNonNull(rows).delete(record.key());
                context().forward(new Record<>(before.getFamilyId(), (Release) null, record.timestamp()));
            }
        }
    }
}
