package org.computedivide.producers.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.computedivide.avro.BackfillOrder;
import org.computedivide.avro.Cursor;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Seen;
import org.computedivide.avro.topics.SingleObjectSerde;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.computedivide.producers.fetch.Backoff;
import org.computedivide.producers.fetch.FakePace;
import org.computedivide.producers.fetch.Fetcher;
import org.computedivide.producers.fetch.Manners;
import org.computedivide.producers.fetch.Media;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.fetch.Request;
import org.computedivide.producers.fetch.Web;
import org.computedivide.producers.fetch.Web.Reply;
import org.computedivide.producers.source.Batch;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.History;
import org.computedivide.producers.source.Look;
import org.computedivide.producers.source.SourceInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackfillTest {

    private static final Instant NOW = Instant.parse("2026-02-16T00:00:00Z");
    private static final int PAGES = 4;

    private final Web web = Web.start();
    private final FakePace pace = new FakePace();
    private final List<ProducerRecord<String, byte[]>> log = new ArrayList<>();

    @BeforeEach
    void pages() {
        IntStream.range(0, PAGES).forEach(page -> web.on("/lab.example/old/" + page, Reply.ok("{}")));
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void shouldLoadAHistoryToItsEndAndMarkWhatItFinds() throws InterruptedException {
        // Given:
        Backfill backfill = backfill("2026-01-01", NOW);

        // When:
        life(backfill, Integer.MAX_VALUE);

        // Then:
        assertThat(observed()).extracting(Observation::getNativeId).containsExactly("0", "1", "2", "3");
        assertThat(observed()).extracting(Observation::getIntake).containsOnly("backfill");
        assertThat(backfill.done(position())).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldLoadEachItemOnceHoweverOftenItIsInterrupted(boolean committed) throws InterruptedException {
        // Given: a process that dies at its second commit, before or after the broker knows of it
        for (int life = 0; life < 2 * PAGES; life++) {
            dyingLife(backfill("2026-01-01", NOW.plusSeconds(life)), committed);
        }

        // When: it is ordered once more
        life(backfill("2026-01-01", NOW.plusSeconds(100)), Integer.MAX_VALUE);

        // Then:
        assertThat(observed()).extracting(Observation::getNativeId).containsExactly("0", "1", "2", "3");
    }

    @Test
    void shouldGoOnWhereItWasPaused() throws InterruptedException {
        // Given:
        life(backfill("2026-01-01", NOW), 2);
        double half = backfill("2026-01-01", NOW).done(position());

        // When:
        life(backfill("2026-01-01", NOW.plusSeconds(60)), Integer.MAX_VALUE);

        // Then:
        assertThat(half).isEqualTo(0.5);
        assertThat(asked()).containsExactly("old/0", "old/1", "old/2", "old/3");
    }

    @Test
    void shouldBeginAnewForOtherDays() throws InterruptedException {
        // Given:
        life(backfill("2026-01-01", NOW), 2);

        // When:
        life(backfill("2025-12-01", NOW.plusSeconds(60)), 1);

        // Then:
        assertThat(asked()).containsExactly("old/0", "old/1", "old/0");
        assertThat(observed()).hasSize(2);
    }

    @Test
    void shouldReadAgainButNotWriteAgainWhenOrderedAfterItsEnd() throws InterruptedException {
        // Given:
        life(backfill("2026-01-01", NOW), Integer.MAX_VALUE);

        // When:
        life(backfill("2026-01-01", NOW.plusSeconds(60)), Integer.MAX_VALUE);

        // Then:
        assertThat(asked()).hasSize(2 * PAGES);
        assertThat(observed()).hasSize(PAGES);
    }

    @Test
    void shouldNotBeginAgainByItself() throws InterruptedException {
        // Given:
        life(backfill("2026-01-01", NOW), Integer.MAX_VALUE);

        // When:
        Step step = round(backfill("2026-01-01", NOW), fetcher(), ledger(Integer.MAX_VALUE, true))
                .step();

        // Then:
        assertThat(step.due()).isFalse();
    }

    @Test
    void shouldShareTheBudgetOfTheSiteWithTheLiveFetch() throws InterruptedException {
        // Given: one way out for both
        web.on("/lab.example/live", Reply.ok("{}"));
        Fetcher fetcher = fetcher();
        Ledger ledger = ledger(Integer.MAX_VALUE, true);

        // When:
        for (int page = 0; page < PAGES; page++) {
            fetcher.fetch(
                    Request.once(URI.create("https://lab.example/live"), Media.JSON),
                    Optional.empty(),
                    answer -> Reading.read(answer.text()));
            round(backfill("2026-01-01", NOW), fetcher, ledger).step();
        }

        // Then: after robots.txt and before each of eight requests, a second
        assertThat(asked()).hasSize(2 * PAGES);
        assertThat(pace.pauses()).hasSize(2 * PAGES).containsOnly(Duration.ofSeconds(1));
    }

    private void life(Backfill backfill, int pages) throws InterruptedException {
        Ledger ledger = ledger(Integer.MAX_VALUE, true);
        Fetcher fetcher = fetcher();
        for (int page = 0;
                page < pages && round(backfill, fetcher, ledger).step().due();
                page++) {
            // the next page
        }
    }

    private void dyingLife(Backfill backfill, boolean committed) throws InterruptedException {
        Ledger ledger = ledger(1, committed);
        try {
            round(backfill, fetcher(), ledger).run();
        } catch (KafkaException e) {
            assertThat(e).hasMessage("killed");
        }
    }

    private static Backfill backfill(String from, Instant orderedAt) {
        return new Backfill(
                new Numbers(),
                BackfillOrder.newBuilder()
                        .setSource("lab")
                        .setFrom(from)
                        .setTo("2026-02-01")
                        .setOrderedAt(orderedAt)
                        .build());
    }

    private Round round(Backfill backfill, Fetcher fetcher, Ledger ledger) {
        return new Round(
                backfill,
                Backfill.cursorOf("lab"),
                fetcher,
                ledger,
                new HealthBook(backfill.info(), Optional.empty()),
                InstantSource.fixed(NOW),
                NOW,
                1);
    }

    /** What was committed is remembered by the next life. */
    private Ledger ledger(int survives, boolean committed) {
        var producer = new Mortal(survives, committed);
        producer.initTransactions();
        return new Ledger("lab", producer, Ledger.Values.of(TopicSerdes.embedded()), remembered());
    }

    private Memory remembered() {
        var memory = new Memory();
        for (ProducerRecord<String, byte[]> record : log) {
            if (record.topic().equals(Topics.SEEN.name())) {
                memory.remember(
                        record.key().substring(4),
                        SingleObjectSerde.of(Seen.class).deserializer().deserialize("", record.value()));
            } else if (record.topic().equals(Topics.CURSORS.name())) {
                memory.remember(
                        SingleObjectSerde.of(Cursor.class).deserializer().deserialize("", record.value()));
            }
        }
        return memory;
    }

    private String position() {
        return remembered().position(Backfill.cursorOf("lab"));
    }

    private List<Observation> observed() {
        return log.stream()
                .filter(record -> record.topic().equals(Topics.OBSERVATIONS.name()))
                .map(record ->
                        SingleObjectSerde.of(Observation.class).deserializer().deserialize("", record.value()))
                .toList();
    }

    private List<String> asked() {
        return web.asked().stream()
                .map(asked -> asked.path().replace("/lab.example/", ""))
                .toList();
    }

    private Fetcher fetcher() {
        var manners = new Manners(
                "monitor/1",
                Optional.of(web.address()),
                Optional.empty(),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                2,
                new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1)),
                1.0);
        return new Fetcher(
                manners, pace, RandomGeneratorFactory.of("L64X128MixRandom").create(7));
    }

    /** A producer whose process dies at a commit, before the broker knows of it or after. */
    private final class Mortal extends MockProducer<String, byte[]> {
        private final boolean committed;
        private int survives;

        Mortal(int survives, boolean committed) {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
            this.survives = survives;
            this.committed = committed;
        }

        @Override
        public void commitTransaction() {
            boolean dies = survives-- == 0;
            if (!dies || committed) {
                int before = history().size();
                super.commitTransaction();
                log.addAll(history().subList(before, history().size()));
            }
            if (dies) {
                throw new KafkaException("killed");
            }
        }
    }

    /** A history of some pages with an item each; the position is the number of the next page. */
    private record Numbers() implements History {

        @Override
        public SourceInfo info() {
            return new SourceInfo("lab", "Lab", URI.create("https://lab.example/"), Duration.ofMinutes(1));
        }

        @Override
        public double done(String position) {
            return (double) at(position) / PAGES;
        }

        @Override
        public Optional<Request> next(Look look) {
            return at(look.position()) < PAGES
                    ? Optional.of(
                            Request.once(URI.create("https://lab.example/old/" + at(look.position())), Media.JSON))
                    : Optional.empty();
        }

        @Override
        public Reading<Batch> parse(Look look, Request request, Page page) {
            int at = at(look.position());
            Observation item = Observation.newBuilder()
                    .setSource("lab")
                    .setNativeId(Integer.toString(at))
                    .build();
            return Reading.read(Batch.of(List.of(Draft.of(item)), Integer.toString(at + 1)));
        }

        private static int at(String position) {
            return position.isEmpty() ? 0 : Integer.parseInt(position);
        }
    }
}
