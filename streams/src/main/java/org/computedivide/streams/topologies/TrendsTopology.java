package org.computedivide.streams.topologies;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
import org.computedivide.avro.CountedRelease;
import org.computedivide.avro.Trend;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.computedivide.streams.rules.trends.TrendBook;
import org.jspecify.annotations.Nullable;

/**
 * Releases and days become trends. Fits with their bootstrap walk over all points with compute, seconds of work when
 * there are many, so they run on a thread of their own, at most once a minute and when a day begins; the stream goes on
 * meanwhile.
 *
 * <ul>
 *   <li>Why this key: trend and selection name one row.
 *   <li>What if nothing joins: there is no join; a release without compute counts as unknown.
 *   <li>When do entries leave: a counted release with its tombstone; a trend when it can no longer be fitted, with a
 *       tombstone.
 * </ul>
 */
public final class TrendsTopology {

    private static final String PUBLISHED = "published-trends";
    private static final Duration TICK = Duration.ofMillis(500);

    /** One part in how many is a lot. */
    private static final int MANY = 10;

    private TrendsTopology() {}

    public static Topology build(TopicSerdes serdes) {
        StreamsBuilder builder = StrictBuilders.strict();
        ReleaseOrDay.read(builder, serdes)
                .process(new FitTrends(), Named.as("fit-trends"))
                .to(
                        Topics.TRENDS.name(),
                        Produced.with(Serdes.String(), serdes.of(Topics.TRENDS)).withName("write-trends"));
        return builder.build();
    }

    private static final class FitTrends implements ProcessorSupplier<String, ReleaseOrDay, String, Trend> {

        @Override
        public Processor<String, ReleaseOrDay, String, Trend> get() {
            return new Fitter();
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            var stores = new HashSet<>(CountedStore.stores());
            stores.add(Stores.of(PUBLISHED, Trend.class));
            return stores;
        }
    }

    private static final class Fitter extends ContextualProcessor<String, ReleaseOrDay, String, Trend> {

        private final TrendBook book = new TrendBook();
        private final Pace pace = new Pace(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(1));
        private final ExecutorService thread = Executors.newSingleThreadExecutor(Fitter::daemon);
        private int fitted;
        private @Nullable CompletableFuture<SortedMap<String, Trend>> fits;
        private @Nullable CountedStore counted;
        private @Nullable KeyValueStore<String, Trend> published;

        private static Thread daemon(Runnable work) {
            var thread = new Thread(work, "fit-trends");
            thread.setDaemon(true);
            return thread;
        }

        @Override
        public void init(ProcessorContext<String, Trend> context) {
            super.init(context);
            counted = new CountedStore(context);
            published = context.getStateStore(PUBLISHED);
            restore(counted, published);
            context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
        }

        private void restore(CountedStore releases, KeyValueStore<String, Trend> rows) {
            releases.forEach(release -> book.change(Optional.empty(), Optional.of(release)));
            var before = new ArrayList<Trend>();
            try (var all = rows.all()) {
                all.forEachRemaining(entry -> before.add(entry.value));
            }
            book.restore(before);
            pace.changed(context().currentSystemTimeMs());
        }

        @Override
        public void process(Record<String, ReleaseOrDay> record) {
            CountedStore store = Objects.requireNonNull(counted);
            if (record.value() instanceof ReleaseOrDay.Counted now) {
                Optional<CountedRelease> before = store.replace(record.key(), now.release());
                if (before.equals(now.release())) {
                    return;
                }
                book.change(before, now.release());
                hurryAfterManyChanges();
            } else if (record.value() instanceof ReleaseOrDay.DayBegan tick && store.begin(tick.day())) {
                pace.hurry();
            }
            pace.changed(context().currentSystemTimeMs());
        }

        /** A bulk load makes the last fit obsolete; it shall not be shown for another minute. */
        private void hurryAfterManyChanges() {
            if (Math.abs(book.families() - fitted) > fitted / MANY) {
                pace.hurry();
            }
        }

        private void tick(long now) {
            if (fits == null && pace.isDue(now)) {
                Objects.requireNonNull(counted).today().ifPresent(today -> {
                    pace.begin();
                    fitted = book.families();
                    var snapshot = book.snapshot(today);
                    fits = CompletableFuture.supplyAsync(snapshot::all, thread);
                });
            } else if (fits != null && fits.isDone()) {
                book.changes(fits.join()).forEach(this::publish);
                fits = null;
                pace.end(now, 0);
            }
        }

        private void publish(String key, Optional<Trend> row) {
            KeyValueStore<String, Trend> rows = Objects.requireNonNull(published);
            row.ifPresentOrElse(trend -> rows.put(key, trend), () -> rows.delete(key));
            context()
                    .forward(new Record<>(
                            key, row.orElse(null), Math.max(0, context().currentStreamTimeMs())));
        }

        @Override
        public void close() {
            thread.shutdownNow();
        }
    }
}
