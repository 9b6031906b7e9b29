package org.computedivide.streams.topologies;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
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
import org.computedivide.avro.Tally;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.computedivide.streams.rules.tallies.TallyBook;
import org.jspecify.annotations.Nullable;

/**
 * Releases and days become tallies, all of them in one task, so that a release leaves its old cells and enters its new
 * ones in one step and no partition count can matter. Rows that changed are published at most once a second.
 *
 * <ul>
 *   <li>Why this key: measure, selection, dimension with value, and window name one row; the topic keeps its newest.
 *   <li>What if nothing joins: there is no join; a release without a date counts nowhere, and before the first day has
 *       begun nothing is published.
 *   <li>When do entries leave: a counted release with its tombstone or its date; a row when its cell is empty, with a
 *       tombstone.
 * </ul>
 */
public final class TalliesTopology {

    private static final String PUBLISHED = "published-tallies";
    private static final Duration TICK = Duration.ofSeconds(1);

    private TalliesTopology() {}

    public static Topology build(TopicSerdes serdes) {
        StreamsBuilder builder = StrictBuilders.strict();
        ReleaseOrDay.read(builder, serdes)
                .process(new KeepTallies(), Named.as("keep-tallies"))
                .to(
                        Topics.TALLIES.name(),
                        Produced.with(Serdes.String(), serdes.of(Topics.TALLIES))
                                .withName("write-tallies"));
        return builder.build();
    }

    private static final class KeepTallies implements ProcessorSupplier<String, ReleaseOrDay, String, Tally> {

        @Override
        public Processor<String, ReleaseOrDay, String, Tally> get() {
            return new Keeper();
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            var stores = new HashSet<>(CountedStore.stores());
            stores.add(Stores.of(PUBLISHED, Tally.class));
            return stores;
        }
    }

    /** Cells live in memory and are filled again from the counted releases at each start. */
    private static final class Keeper extends ContextualProcessor<String, ReleaseOrDay, String, Tally> {

        private final TallyBook book = new TallyBook();
        private final Pace pace = new Pace(Duration.ZERO, TICK, Duration.ofMinutes(1));
        private @Nullable CountedStore counted;
        private @Nullable KeyValueStore<String, Tally> published;

        @Override
        public void init(ProcessorContext<String, Tally> context) {
            super.init(context);
            counted = new CountedStore(context);
            published = context.getStateStore(PUBLISHED);
            restore(counted, published);
            context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::publishWhenDue);
        }

        private void restore(CountedStore releases, KeyValueStore<String, Tally> rows) {
            releases.today().ifPresent(book::roll);
            releases.forEach(release -> book.change(Optional.empty(), Optional.of(release)));
            var before = new ArrayList<Tally>();
            try (var all = rows.all()) {
                all.forEachRemaining(entry -> before.add(entry.value));
            }
            book.restore(before);
            pace.changed(context().currentSystemTimeMs());
        }

        @Override
        public void process(Record<String, ReleaseOrDay> record) {
            CountedStore store = Objects.requireNonNull(counted);
            ReleaseOrDay cause = record.value();
            if (cause instanceof ReleaseOrDay.DayBegan tick && store.begin(tick.day())) {
                book.roll(tick.day());
            } else if (cause instanceof ReleaseOrDay.Counted now) {
                book.change(store.replace(record.key(), now.release()), now.release());
            }
            pace.changed(context().currentSystemTimeMs());
        }

        private void publishWhenDue(long now) {
            if (pace.isDue(now)) {
                pace.begin();
                book.changes().forEach(this::publish);
                long end = context().currentSystemTimeMs();
                pace.end(end, end - now);
            }
        }

        private void publish(String key, Optional<Tally> row) {
            KeyValueStore<String, Tally> rows = Objects.requireNonNull(published);
            row.ifPresentOrElse(tally -> rows.put(key, tally), () -> rows.delete(key));
            context()
                    .forward(new Record<>(
                            key, row.orElse(null), Math.max(0, context().currentStreamTimeMs())));
        }
    }
}
