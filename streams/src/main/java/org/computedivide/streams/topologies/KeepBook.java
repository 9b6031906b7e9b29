package org.computedivide.streams.topologies;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.computedivide.avro.CountedRelease;
import org.computedivide.streams.rules.Book;
import org.jspecify.annotations.Nullable;

/**
 * The one step that follows releases and days with a {@link Book} and publishes the rows that change. Rows that can be
 * kept up go out at most once a second, and after many of them a rest that leaves most of the machine to the readers;
 * long work runs on a thread of its own, at most once a minute (or as set) and when a day begins, while the stream goes
 * on. What is published first after a day has begun is whole: it waits for the long work.
 *
 * <p>The book lives in memory and is filled again from the counted releases whenever the task begins, or is revived.
 */
final class KeepBook<V extends SpecificRecord> implements ProcessorSupplier<String, ReleaseOrDay, String, V> {

    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /**
     * Rows a second that may go out at length: with all that reads them one takes about 0.12 ms of a processor (measured on two
     * weeks of the recorded web), so this is a fifth of one.
     */
    private static final int ROWS_A_SECOND = 1_500;

    /** So long after the last change the rest is cut short: what was read at the end of a burst need not wait. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    /** One part in how many is a lot. */
    private static final int MANY = 10;

    private final String store;
    private final Class<V> type;
    private final Supplier<Book<V>> books;
    private final Duration workInterval;

    /**
     * @param store name of the store of what was published
     * @param type of the rows
     * @param books makes an empty book
     * @param workInterval shortest time between two rounds of long work
     */
    KeepBook(String store, Class<V> type, Supplier<Book<V>> books, Duration workInterval) {
        this.store = store;
        this.type = type;
        this.books = books;
        this.workInterval = workInterval;
    }

    @Override
    public Processor<String, ReleaseOrDay, String, V> get() {
        return new Keeper<>(store, books, workInterval);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        var stores = new HashSet<>(CountedStore.stores());
        stores.add(Stores.of(store, type));
        return stores;
    }

    private static final class Keeper<V extends SpecificRecord>
            extends ContextualProcessor<String, ReleaseOrDay, String, V> {

        private final String store;
        private final Supplier<Book<V>> books;
        private final Duration workInterval;
        private @Nullable Life<V> life;

        Keeper(String store, Supplier<Book<V>> books, Duration workInterval) {
            this.store = store;
            this.books = books;
            this.workInterval = workInterval;
        }

        @Override
        public void init(ProcessorContext<String, V> context) {
            super.init(context);
            close();
            var begun = new Life<>(context, store, books.get(), workInterval);
            life = begun;
            context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, begun::tick);
        }

        @Override
        public void process(Record<String, ReleaseOrDay> record) {
            Objects.requireNonNull(life).follow(record);
        }

        @Override
        public void close() {
            if (life != null) {
                life.end();
                life = null;
            }
        }
    }

    /** From the beginning or revival of the task to its end. */
    private static final class Life<V extends SpecificRecord> {

        private final ProcessorContext<String, V> context;
        private final CountedStore counted;
        private final KeyValueStore<String, V> published;
        private final Book<V> book;
        private final Aside aside = new Aside();
        private final Pace publishing = new Pace(Duration.ZERO, SECOND, MINUTE, SETTLED);
        private final Pace working;
        private int changedSinceWork;

        /** A day has begun, and what is published next is to be whole. */
        private boolean cut;

        private boolean workingForCut;

        Life(ProcessorContext<String, V> context, String store, Book<V> book, Duration workInterval) {
            Duration longest = workInterval.compareTo(MINUTE) > 0 ? workInterval : MINUTE;
            this.working = new Pace(QUIET, workInterval, longest, longest);
            this.context = context;
            this.counted = new CountedStore(context);
            this.published = context.getStateStore(store);
            this.book = book;
            restore();
        }

        private void restore() {
            counted.today().ifPresent(book::roll);
            counted.forEach(release -> book.change(Optional.empty(), Optional.of(release)));
            var before = new ArrayList<V>();
            try (var rows = published.all()) {
                rows.forEachRemaining(entry -> before.add(entry.value));
            }
            book.restore(before);
            changed();
        }

        private void changed() {
            publishing.changed(context.currentSystemTimeMs());
            working.changed(context.currentSystemTimeMs());
        }

        void follow(Record<String, ReleaseOrDay> record) {
            ReleaseOrDay cause = record.value();
            if (cause instanceof ReleaseOrDay.DayBegan tick) {
                begin(tick.day());
            } else if (cause instanceof ReleaseOrDay.Counted now) {
                change(record.key(), now.release());
            }
        }

        private void begin(LocalDate day) {
            if (counted.begin(day)) {
                book.roll(day);
                cut = true;
                changed();
            }
        }

        private void change(String familyId, Optional<CountedRelease> now) {
            Optional<CountedRelease> before = counted.replace(familyId, now);
            if (!before.equals(now)) {
                book.change(before, now);
                changed();
                hurryAfterManyChanges();
            }
        }

        /** A bulk load makes the last long work obsolete; that shall not be shown for another minute. */
        private void hurryAfterManyChanges() {
            if (++changedSinceWork > Math.max(1, book.worked() / MANY)) {
                working.hurry();
            }
        }

        void tick(long now) {
            takeUp(now);
            if (aside.isFree() && (cut || working.isDue(now))) {
                beginWork();
            }
            if (!cut && publishing.isDue(now)) {
                publish(now);
            }
        }

        private void takeUp(long now) {
            if (aside.takeUp()) {
                cut = cut && !workingForCut;
                working.end(now, 0);
                publishing.changed(now);
            }
        }

        private void beginWork() {
            working.begin();
            changedSinceWork = 0;
            Optional<Book.Work> work = book.work();
            work.ifPresent(aside::begin);
            workingForCut = cut && work.isPresent();
            cut = workingForCut;
        }

        private void publish(long now) {
            publishing.begin();
            SortedMap<String, Optional<V>> changes = book.changes();
            changes.forEach(this::publish);
            long end = context.currentSystemTimeMs();
            publishing.end(end, end - now, changes.size() * SECOND.toMillis() / ROWS_A_SECOND);
        }

        private void publish(String key, Optional<V> row) {
            row.ifPresentOrElse(value -> published.put(key, value), () -> published.delete(key));
            context.forward(new Record<>(key, row.orElse(null), Math.max(0, context.currentStreamTimeMs())));
        }

        void end() {
            aside.close();
        }
    }
}
