package org.computedivide.streams.topologies;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Rejected;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.computedivide.streams.rules.EvidenceReader;
import org.computedivide.streams.rules.identity.Versions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Observations become evidence: the facts, classes and identity keys that each one proves. Heavy, stateless but for the
 * version of each key, and parallel by partition.
 *
 * <ul>
 *   <li>Why this key: all versions of one thing have the key source/nativeId, so one task sees them all.
 *   <li>What if nothing joins: nothing is joined here.
 *   <li>When do entries leave {@code newest-evidence}: never. A version that comes late, years after, must still lose
 *       against the one that stands.
 * </ul>
 */
public final class FactsTopology {

    private static final Logger LOG = LoggerFactory.getLogger(FactsTopology.class);
    private static final String NEWEST = "newest-evidence";

    private FactsTopology() {}

    public static Topology build(TopicSerdes serdes) {
        StreamsBuilder builder = StrictBuilders.strict();
        KStream<String, Reading> readings = builder.stream(
                        Topics.OBSERVATIONS.name(),
                        Consumed.with(Serdes.String(), serdes.of(Topics.OBSERVATIONS))
                                .withName("read-observations"))
                .process(new ExtractFacts(), Named.as("extract-facts"));
        readings.flatMapValues(Reading::proved, Named.as("take-evidence"))
                .to(
                        Topics.EVIDENCE.name(),
                        Produced.with(Serdes.String(), serdes.of(Topics.EVIDENCE))
                                .withName("write-evidence"));
        readings.flatMapValues(Reading::refused, Named.as("take-rejected"))
                .to(
                        Topics.REJECTED.name(),
                        Produced.with(Serdes.String(), serdes.of(Topics.REJECTED))
                                .withName("write-rejected"));
        return builder.build();
    }

    /** What came of one observation: evidence, or why there is none. */
    private record Reading(List<Evidence> proved, List<Rejected> refused) {}

    private static final class ExtractFacts implements ProcessorSupplier<String, Observation, String, Reading> {

        @Override
        public Processor<String, Observation, String, Reading> get() {
            return new Extractor();
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(Stores.of(NEWEST, Evidence.class));
        }
    }

    private static final class Extractor extends ContextualProcessor<String, Observation, String, Reading> {

        private final EvidenceReader reader = new EvidenceReader();
        private @Nullable KeyValueStore<String, Evidence> newest;

        @Override
        public void init(ProcessorContext<String, Reading> context) {
            super.init(context);
            newest = context.getStateStore(NEWEST);
        }

        @Override
        public void process(Record<String, Observation> record) {
            Observation observation = record.value();
            KeyValueStore<String, Evidence> store = Objects.requireNonNull(newest);
            Evidence known = store.get(record.key());
            if (known != null && !Versions.isNewer(observation, known)) {
                keep(record, store, known, Versions.late(known, observation));
                return;
            }
            try {
                Evidence read = reader.read(observation);
                keep(record, store, known, known == null ? Versions.first(read) : Versions.merge(known, read));
            } catch (RuntimeException e) {
                refuse(record, e);
            }
        }

        private void keep(
                Record<String, Observation> record,
                KeyValueStore<String, Evidence> store,
                @Nullable Evidence known,
                Evidence now) {
            if (!now.equals(known)) {
                store.put(record.key(), now);
                context().forward(record.withValue(new Reading(List.of(now), List.of())));
            }
        }

        /** A rule that fails on one record must not stop the line; the record is shown among the refused. */
        private void refuse(Record<String, Observation> record, RuntimeException failure) {
            LOG.atWarn()
                    .addKeyValue("key", record.key())
                    .addKeyValue("error", failure.toString())
                    .log("no evidence could be read from an observation; it is in the topic of rejected records");
            context()
                    .forward(record.withValue(
                            new Reading(List.of(), List.of(RejectedRecords.of(record.value(), failure)))));
        }
    }
}
