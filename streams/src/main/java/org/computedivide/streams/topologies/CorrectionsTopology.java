package org.computedivide.streams.topologies;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
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
import org.computedivide.avro.Correction;
import org.computedivide.avro.Release;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.computedivide.streams.rules.corrections.CorrectionDesk;
import org.jspecify.annotations.Nullable;

/**
 * Releases become corrections: what was published and has changed.
 *
 * <p>Corrections are kept for ever, so a life that begins anew must not say again what an earlier one said. The topic
 * itself is the ledger: {@code corrections-of-all-lives} is a global store, read to its end before the first release; of
 * what was judged before the last correction in it nothing is sent.
 *
 * <ul>
 *   <li>Why this key: the family id that readers know; {@code homes-of-members} tells when it became another.
 *   <li>What if nothing joins: a release without an earlier picture is new and corrects nothing.
 *   <li>When do entries leave: pictures and homes with the release; {@code waiting-batches} once the batch is sent,
 *       when nothing was added to it for a minute.
 * </ul>
 */
public final class CorrectionsTopology {

    private static final String PICTURES = "published-pictures";
    private static final String HOMES = "homes-of-members";
    private static final String BATCHES = "waiting-batches";
    private static final String ALL_LIVES = "corrections-of-all-lives";
    private static final String BEGINNING = "said-before-this-life";
    private static final String UP_TO = "up-to";
    private static final Duration QUIET = Duration.ofMinutes(1);

    private CorrectionsTopology() {}

    public static Topology build(TopicSerdes serdes) {
        StreamsBuilder builder = StrictBuilders.strict();
        builder.addGlobalStore(
                Stores.inMemory(ALL_LIVES, Correction.class),
                Topics.CORRECTIONS.name(),
                Consumed.with(Serdes.String(), serdes.of(Topics.CORRECTIONS)).withName("read-corrections"),
                LastCorrection::new);
        builder.stream(
                        Topics.RELEASES.name(),
                        Consumed.with(Serdes.String(), serdes.of(Topics.RELEASES))
                                .withName("read-releases"))
                .process(new CompareReleases(), Named.as("compare-releases"))
                .to(
                        Topics.CORRECTIONS.name(),
                        Produced.with(Serdes.String(), serdes.of(Topics.CORRECTIONS))
                                .withName("write-corrections"));
        return builder.build();
    }

    /** Of all that was said only the latest is kept: up to when releases were judged. */
    private static final class LastCorrection extends ContextualProcessor<String, Correction, Void, Void> {

        @Override
        public void process(Record<String, Correction> record) {
            KeyValueStore<String, Correction> store = context().getStateStore(ALL_LIVES);
            Correction last = store.get(UP_TO);
            if (last == null || record.value().getObservedAt().isAfter(last.getObservedAt())) {
                store.put(UP_TO, record.value());
            }
        }
    }

    private static final class CompareReleases implements ProcessorSupplier<String, Release, String, Correction> {

        @Override
        public Processor<String, Release, String, Correction> get() {
            return new Comparer();
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return new LinkedHashSet<>(List.of(
                    Stores.ofText(HOMES),
                    Stores.of(PICTURES, Release.class),
                    Stores.ofText(BEGINNING),
                    Stores.ofText(BATCHES)));
        }
    }

    private static final class Comparer extends ContextualProcessor<String, Release, String, Correction> {

        private final Map<String, String> lastSeen = new TreeMap<>();
        private @Nullable CorrectionDesk desk;

        @Override
        public void init(ProcessorContext<String, Correction> context) {
            super.init(context);
            desk = new CorrectionDesk(
                    Stores.shelf(context.getStateStore(PICTURES)), Stores.shelf(context.getStateStore(HOMES)));
            context.schedule(QUIET, PunctuationType.WALL_CLOCK_TIME, now -> sendQuietBatches());
        }

        @Override
        public void process(Record<String, Release> record) {
            Instant at = Instant.ofEpochMilli(record.timestamp());
            Instant saidBefore = saidBefore();
            Release release = record.value();
            CorrectionDesk open = Objects.requireNonNull(desk);
            CorrectionDesk.Outcome outcome = release == null ? open.ended(record.key(), at) : open.changed(release, at);
            if (at.isAfter(saidBefore)) {
                outcome.corrections().forEach(this::send);
                outcome.batch().ifPresent(why -> addToBatch(why, record.timestamp()));
            }
        }

        /** Read once in a life, at its first record, when all that was said before has been read. */
        private Instant saidBefore() {
            KeyValueStore<String, String> beginning = context().getStateStore(BEGINNING);
            String known = beginning.get(UP_TO);
            if (known == null) {
                KeyValueStore<String, Correction> allLives = context().getStateStore(ALL_LIVES);
                Correction last = allLives.get(UP_TO);
                known = last == null
                        ? Instant.MIN.toString()
                        : last.getObservedAt().toString();
                beginning.put(UP_TO, known);
            }
            return Instant.parse(known);
        }

        private void send(Correction correction) {
            long time = correction.getObservedAt().toEpochMilli();
            context().forward(new Record<>(correction.getFamilyId(), correction, time));
        }

        /** A batch is its number of releases and the time of the last. */
        private void addToBatch(String why, long time) {
            String waiting = batches().get(why);
            long number = waiting == null ? 0 : number(waiting);
            batches().put(why, (number + 1) + " " + time);
        }

        private void sendQuietBatches() {
            var waiting = new TreeMap<String, String>();
            try (var entries = batches().all()) {
                entries.forEachRemaining(entry -> waiting.put(entry.key, entry.value));
            }
            waiting.forEach((why, batch) -> {
                if (batch.equals(lastSeen.put(why, batch))) {
                    sendBatch(why, batch);
                }
            });
        }

        private void sendBatch(String why, String batch) {
            Instant at = Instant.ofEpochMilli(Long.parseLong(batch.substring(batch.indexOf(' ') + 1)));
            send(CorrectionDesk.batch(why, number(batch), at));
            batches().delete(why);
            lastSeen.remove(why);
        }

        private static long number(String batch) {
            return Long.parseLong(batch.substring(0, batch.indexOf(' ')));
        }

        private KeyValueStore<String, String> batches() {
            return context().getStateStore(BATCHES);
        }
    }
}
