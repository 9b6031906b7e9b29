package org.computedivide.streams.topologies;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
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
import org.computedivide.avro.Alert;
import org.computedivide.avro.Fired;
import org.computedivide.avro.Point;
import org.computedivide.avro.Release;
import org.computedivide.avro.topics.Topic;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.computedivide.streams.rules.alerts.AlertDesk;
import org.computedivide.streams.rules.alerts.CountedComputes;
import org.computedivide.streams.rules.alerts.Ledger;
import org.computedivide.streams.rules.thresholds.Thresholds;
import org.jspecify.annotations.Nullable;

/**
 * Releases become alerts, each rule with a topic of its own.
 *
 * <p>The ledger of what fired is a topic that is never rebuilt. It is read twice: {@code ledger-of-all-lives} is a
 * global store, read to its end before the first release, so that a new application id knows what fired in earlier
 * lives; {@code ledger-of-this-life} is written in the transaction of the alert, so that a restart never acts on a
 * ledger that lags behind its own output.
 *
 * <ul>
 *   <li>Why this key: releases come by family id, but the ledger is asked by member, because families merge and split.
 *   <li>What if nothing joins: a release that no entry is found for is new, and fires when it is fresh.
 *   <li>When do entries leave: ledgers never; {@code counted-computes} when the release ends or its compute is no
 *       longer counted.
 * </ul>
 */
public final class AlertsTopology {

    private static final String ALL_LIVES = "ledger-of-all-lives";
    private static final String THIS_LIFE = "ledger-of-this-life";
    private static final String COMPUTES = "counted-computes";

    /** Only in the ledger of this life: what the ledger said when this life began. */
    private static final String REBUILT = "rebuilt-up-to";

    private AlertsTopology() {}

    public static Topology build(TopicSerdes serdes) {
        StreamsBuilder builder = StrictBuilders.strict();
        builder.addGlobalStore(
                Stores.inMemory(ALL_LIVES, Fired.class),
                Topics.ALERTS_FIRED.name(),
                Consumed.with(Serdes.String(), serdes.of(Topics.ALERTS_FIRED)).withName("read-ledger"),
                LedgerReader::new);
        KStream<String, SpecificRecord> notices = builder.stream(
                        Topics.RELEASES.name(),
                        Consumed.with(Serdes.String(), serdes.of(Topics.RELEASES))
                                .withName("read-releases"))
                .process(new JudgeReleases(), Named.as("judge-releases"));
        Topics.RELEASE_ALERTS.forEach(topic -> writeAlerts(notices, topic, serdes));
        notices.flatMapValues(notice -> only(Fired.class, notice), Named.as("take-entries"))
                .to(
                        Topics.ALERTS_FIRED.name(),
                        Produced.with(Serdes.String(), serdes.of(Topics.ALERTS_FIRED))
                                .withName("write-ledger"));
        return builder.build();
    }

    private static void writeAlerts(KStream<String, SpecificRecord> notices, Topic<Alert> topic, TopicSerdes serdes) {
        String stream = Topics.streamOf(topic);
        notices.flatMapValues(
                        notice -> only(Alert.class, notice).stream()
                                .filter(alert -> alert.getRule().equals(stream))
                                .toList(),
                        Named.as("take-" + stream))
                .to(
                        topic.name(),
                        Produced.with(Serdes.String(), serdes.of(topic)).withName("write-" + stream));
    }

    private static <V extends SpecificRecord> List<V> only(Class<V> type, SpecificRecord notice) {
        return type.isInstance(notice) ? List.of(type.cast(notice)) : List.of();
    }

    private static final class LedgerReader extends ContextualProcessor<String, Fired, Void, Void> {

        private @Nullable KeyValueStore<String, Fired> store;

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            super.init(context);
            store = context.getStateStore(ALL_LIVES);
        }

        @Override
        public void process(Record<String, Fired> record) {
            Objects.requireNonNull(store).put(record.key(), record.value());
        }
    }

    private static final class JudgeReleases implements ProcessorSupplier<String, Release, String, SpecificRecord> {

        @Override
        public Processor<String, Release, String, SpecificRecord> get() {
            return new Judge();
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(Stores.of(THIS_LIFE, Fired.class), Stores.of(COMPUTES, Point.class));
        }
    }

    private static final class Judge extends ContextualProcessor<String, Release, String, SpecificRecord> {

        private final CountedComputes computes = new CountedComputes();
        private @Nullable AlertDesk desk;

        @Override
        public void process(Record<String, Release> record) {
            Instant at = Instant.ofEpochMilli(record.timestamp());
            Release release = record.value();
            AlertDesk open = open();
            count(record.key(), release == null ? List.of() : CountedComputes.pointsOf(release));
            send(record, release == null ? open.ended(record.key(), at) : open.changed(release, at));
        }

        /** The stores are read at the first record, when the ledger of all lives has been read to its end. */
        private AlertDesk open() {
            AlertDesk known = desk;
            if (known == null) {
                readComputes();
                known = new AlertDesk(Thresholds.bundled(), readLedger(), computes, rebuiltUpTo());
                desk = known;
            }
            return known;
        }

        private void readComputes() {
            var points = new TreeMap<String, List<Point>>();
            try (var entries = counted().all()) {
                entries.forEachRemaining(
                        entry -> points.computeIfAbsent(entry.value.getFamilyId(), family -> new ArrayList<>())
                                .add(entry.value));
            }
            points.forEach(computes::replace);
        }

        private Ledger readLedger() {
            var ledger = new Ledger();
            readLedger(ledger, context().getStateStore(ALL_LIVES));
            readLedger(ledger, thisLife());
            return ledger;
        }

        private static void readLedger(Ledger ledger, KeyValueStore<String, Fired> store) {
            try (var entries = store.all()) {
                entries.forEachRemaining(entry -> ledger.put(entry.value));
            }
        }

        private Instant rebuiltUpTo() {
            Fired known = thisLife().get(REBUILT);
            if (known == null) {
                known = Fired.newBuilder()
                        .setId(REBUILT)
                        .setState("judged")
                        .setObservedAt(readLedger().judged())
                        .build();
                thisLife().put(REBUILT, known);
            }
            return known.getObservedAt();
        }

        private void count(String familyId, List<Point> points) {
            KeyValueStore<String, Point> store = counted();
            String prefix = familyId + "\0";
            Stores.shelf(store).keys(prefix).forEach(store::delete);
            points.forEach(point -> store.put(prefix + point.getName(), point));
            computes.replace(familyId, points);
        }

        private void send(Record<String, Release> cause, AlertDesk.Notices notices) {
            notices.entries().forEach(entry -> thisLife().put(entry.getId(), entry));
            notices.alerts().forEach(alert -> context().forward(new Record<>(alert.getId(), alert, cause.timestamp())));
            notices.entries()
                    .forEach(entry -> context().forward(new Record<>(entry.getId(), entry, cause.timestamp())));
        }

        private KeyValueStore<String, Fired> thisLife() {
            return context().getStateStore(THIS_LIFE);
        }

        private KeyValueStore<String, Point> counted() {
            return context().getStateStore(COMPUTES);
        }
    }
}
