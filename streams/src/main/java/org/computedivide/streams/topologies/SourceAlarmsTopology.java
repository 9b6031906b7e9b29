package org.computedivide.streams.topologies;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
import org.computedivide.avro.Alert;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Release;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.computedivide.streams.rules.alerts.ClassJumps;
import org.computedivide.streams.rules.alerts.FamilyAlarms;
import org.jspecify.annotations.Nullable;

/**
 * Evidence becomes alarms on sources: many items of one source that change to one class within an hour. Releases become alarms
 * on families that have grown beyond what a release can be.
 *
 * <ul>
 *   <li>Why this key: evidence comes by observation, in one partition, so one task sees all items of a source.
 *   <li>What if nothing joins: an item seen for the first time, or read anew by other methods, has not changed.
 *   <li>When do entries leave: {@code classes-of-items} with the item, {@code alarms-raised} never;
 *       {@code changes-of-the-hour} with the first change of the same source and field an hour later;
 *       {@code alarms-on-families} never.
 * </ul>
 */
public final class SourceAlarmsTopology {

    private static final String CLASSES = "classes-of-items";
    private static final String RAISED = "alarms-raised";
    private static final String CHANGES = "changes-of-the-hour";
    private static final String FAMILIES = "alarms-on-families";

    private SourceAlarmsTopology() {}

    public static Topology build(TopicSerdes serdes) {
        StreamsBuilder builder = StrictBuilders.strict();
        builder.stream(
                        Topics.EVIDENCE.name(),
                        Consumed.with(Serdes.String(), serdes.of(Topics.EVIDENCE))
                                .withName("read-evidence"))
                .process(new CompareClasses(), Named.as("compare-classes"))
                .to(
                        Topics.CLASS_JUMP.name(),
                        Produced.with(Serdes.String(), serdes.of(Topics.CLASS_JUMP))
                                .withName("write-alarms"));
        builder.stream(
                        Topics.RELEASES.name(),
                        Consumed.with(Serdes.String(), serdes.of(Topics.RELEASES))
                                .withName("read-releases"))
                .process(new WatchFamilies(), Named.as("watch-families"))
                .to(
                        Topics.OVERSIZED_FAMILY.name(),
                        Produced.with(Serdes.String(), serdes.of(Topics.OVERSIZED_FAMILY))
                                .withName("write-alarms-on-families"));
        return builder.build();
    }

    private static final class WatchFamilies implements ProcessorSupplier<String, Release, String, Alert> {

        @Override
        public Processor<String, Release, String, Alert> get() {
            return new Watcher();
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(Stores.of(FAMILIES, Alert.class));
        }
    }

    private static final class Watcher extends ContextualProcessor<String, Release, String, Alert> {

        @Override
        public void process(Record<String, Release> record) {
            KeyValueStore<String, Alert> store = context().getStateStore(FAMILIES);
            Instant at = Instant.ofEpochMilli(record.timestamp());
            FamilyAlarms.changed(
                            record.key(),
                            Optional.ofNullable(record.value()),
                            Optional.ofNullable(store.get(record.key())),
                            at)
                    .ifPresent(alert -> {
                        store.put(record.key(), alert);
                        context().forward(new Record<>(alert.getId(), alert, record.timestamp()));
                    });
        }
    }

    private static final class CompareClasses implements ProcessorSupplier<String, Evidence, String, Alert> {

        @Override
        public Processor<String, Evidence, String, Alert> get() {
            return new Comparer();
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return new LinkedHashSet<>(List.of(Stores.ofText(CLASSES), Stores.ofText(RAISED), Stores.ofText(CHANGES)));
        }
    }

    private static final class Comparer extends ContextualProcessor<String, Evidence, String, Alert> {

        private @Nullable ClassJumps jumps;
        private @Nullable KeyValueStore<String, String> classes;
        private @Nullable KeyValueStore<String, String> raised;

        @Override
        public void init(ProcessorContext<String, Alert> context) {
            super.init(context);
            classes = context.getStateStore(CLASSES);
            raised = context.getStateStore(RAISED);
        }

        @Override
        public void process(Record<String, Evidence> record) {
            KeyValueStore<String, String> store = Objects.requireNonNull(classes);
            Evidence evidence = record.value();
            if (evidence == null) {
                store.delete(record.key());
                return;
            }
            String now = packed(evidence);
            String before = store.get(record.key());
            if (now.equals(before)) {
                return;
            }
            store.put(record.key(), now);
            if (before != null && evidence.getState().equals("present")) {
                compare(record, before.split("\t", -1), now.split("\t", -1));
            }
        }

        private void compare(Record<String, Evidence> record, String[] before, String[] now) {
            if (before.length != now.length || !before[0].equals(now[0])) {
                return;
            }
            Instant at = Instant.ofEpochMilli(record.timestamp());
            String source = record.value().getSource();
            for (int i = 1; i < now.length; i += 2) {
                if (!before[i + 1].equals(now[i + 1])) {
                    jumps().changed(new ClassJumps.Change(source, now[i], now[i + 1], at, record.key()))
                            .ifPresent(alarm -> raise(record, alarm));
                }
            }
        }

        /** What was kept is read once in a life, at its first change. */
        private ClassJumps jumps() {
            if (jumps == null) {
                jumps = new ClassJumps(Stores.shelf(context().getStateStore(CHANGES)));
            }
            return jumps;
        }

        private void raise(Record<String, Evidence> record, Alert alarm) {
            KeyValueStore<String, String> store = Objects.requireNonNull(raised);
            if (store.get(alarm.getId()) == null) {
                store.put(alarm.getId(), alarm.getEdge());
                context().forward(new Record<>(alarm.getId(), alarm, record.timestamp()));
            }
        }

        /** Methods, then fields and classes in turn. */
        private static String packed(Evidence evidence) {
            Map<String, String> read = new TreeMap<>();
            read.put("kind", evidence.getKind());
            read.put("licence", evidence.getOpenness().getLicenseClass());
            read.put("weights", evidence.getOpenness().getWeights());
            var text = new StringBuilder(evidence.getMethodsVersion());
            read.forEach((field, value) ->
                    text.append('\t').append(field).append('\t').append(value));
            return text.toString();
        }
    }
}
