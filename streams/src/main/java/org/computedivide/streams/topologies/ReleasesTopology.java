package org.computedivide.streams.topologies;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
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
import org.apache.kafka.streams.state.StoreBuilder;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Release;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.computedivide.streams.rules.identity.Families;
import org.computedivide.streams.rules.identity.FamilyStore;
import org.computedivide.streams.rules.identity.Links;
import org.computedivide.streams.rules.identity.Shelf;
import org.jspecify.annotations.Nullable;

/**
 * Evidence becomes releases: one writer joins what speaks of one family and folds it (docs/adr/0001). All releases that
 * one record changes leave in its transaction, present ones before those that ended, so that whoever follows a member
 * finds its new family before the old one is gone. The timestamp is that of the record that caused the change.
 *
 * <ul>
 *   <li>Why this key: the family id, given by the least strong key; the topic is compacted to one value a family.
 *   <li>What if nothing joins: a core observation is a family by itself; one that announces no release waits in
 *       {@code evidence-by-observation} for a family that shares a key with it.
 *   <li>When do entries leave: evidence never (a withdrawn one stays as a mark of its version); links and placements
 *       with the observation they belong to; a release when its family ends, with a tombstone.
 * </ul>
 */
public final class ReleasesTopology {

    private static final String EVIDENCE = "evidence-by-observation";
    private static final String RELEASES = "releases-by-family";
    private static final String NOTES = "links-and-placements";

    private ReleasesTopology() {}

    public static Topology build(TopicSerdes serdes) {
        StreamsBuilder builder = StrictBuilders.strict();
        builder.stream(
                        Topics.EVIDENCE.name(),
                        Consumed.with(Serdes.String(), serdes.of(Topics.EVIDENCE))
                                .withName("read-evidence"))
                .process(new FoldFamilies(), Named.as("fold-families"))
                .to(
                        Topics.RELEASES.name(),
                        Produced.with(Serdes.String(), serdes.of(Topics.RELEASES))
                                .withName("write-releases"));
        return builder.build();
    }

    private static final class FoldFamilies implements ProcessorSupplier<String, Evidence, String, Release> {

        @Override
        public Processor<String, Evidence, String, Release> get() {
            return new Writer();
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    Stores.of(EVIDENCE, Evidence.class), Stores.of(RELEASES, Release.class), Stores.ofText(NOTES));
        }
    }

    private record StreamsStore(Shelf<Evidence> evidence, Shelf<Release> releases, Links links)
            implements FamilyStore {}

    private static final class Writer extends ContextualProcessor<String, Evidence, String, Release> {

        private @Nullable Families families;

        @Override
        public void init(ProcessorContext<String, Release> context) {
            super.init(context);
            families = new Families(new StreamsStore(
                    Stores.shelf(context.getStateStore(EVIDENCE)),
                    Stores.shelf(context.getStateStore(RELEASES)),
                    Links.on(Stores.shelf(context.getStateStore(NOTES)))));
        }

        @Override
        public void process(Record<String, Evidence> record) {
            SortedMap<String, Optional<Release>> changes =
                    Objects.requireNonNull(families).apply(withoutPassages(record.value()));
            changes.forEach((id, release) -> release.ifPresent(present -> send(record, id, present)));
            changes.forEach((id, release) -> {
                if (release.isEmpty()) {
                    send(record, id, null);
                }
            });
        }

        /** What stands around a quote is for readers; the store keeps each observation for ever and does without. */
        private static Evidence withoutPassages(Evidence evidence) {
            return evidence.getPassages().isEmpty()
                    ? evidence
                    : Evidence.newBuilder(evidence).setPassages(List.of()).build();
        }

        private void send(Record<String, Evidence> cause, String id, @Nullable Release release) {
            context().forward(new Record<>(id, release, cause.timestamp(), cause.headers()));
        }
    }
}
