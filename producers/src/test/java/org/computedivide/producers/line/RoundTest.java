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
import org.computedivide.avro.Cursor;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Seen;
import org.computedivide.avro.topics.SingleObjectSerde;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.computedivide.producers.fetch.Backoff;
import org.computedivide.producers.fetch.Failure;
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
import org.computedivide.producers.source.Look;
import org.computedivide.producers.source.Source;
import org.computedivide.producers.source.SourceInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundTest {

    private static final Instant NOW = Instant.parse("2026-02-16T00:00:00Z");
    private static final int PAGES = 2;
    private static final int ITEMS = 25;

    private final Web web = Web.start();
    private final List<ProducerRecord<String, byte[]>> log = new ArrayList<>();

    @AfterEach
    void stop() {
        web.close();
    }

    /** When the process dies. */
    enum Death {
        NEVER,
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    @ParameterizedTest
    @EnumSource(Death.class)
    void shouldWriteEachItemOnceWhereverItDies(Death death) throws InterruptedException {
        // Given:
        pages();

        // When: it dies at its first, second, third ... commit, each time to start again
        for (int survived = 0; survived < 6; survived++) {
            live(death, survived);
        }
        live(Death.NEVER, 0);

        // Then:
        assertThat(keys(Topics.OBSERVATIONS.name())).hasSize(PAGES * ITEMS).doesNotHaveDuplicates();
        assertThat(keys(Topics.SEEN.name())).hasSize(PAGES * ITEMS);
    }

    @Test
    void shouldNotFetchTheFilesOfAnItemThatIsAsLastSeen() throws InterruptedException {
        // Given:
        pages();
        live(Death.NEVER, 0);
        long fetched = web.asked().stream()
                .filter(asked -> asked.path().contains("/card/"))
                .count();

        // When:
        run(new Numbers(true), Death.NEVER, 0);

        // Then:
        assertThat(web.asked().stream().filter(asked -> asked.path().contains("/card/")))
                .hasSize((int) fetched);
        assertThat(keys(Topics.OBSERVATIONS.name())).hasSize(PAGES * ITEMS);
    }

    @Test
    void shouldRememberAnItemWhosePageSaysNothingAndNotAskAgain() throws InterruptedException {
        // Given:
        pages();
        web.on("/lab.example/card/30", Reply.ok("nothing"));

        // When:
        live(Death.NEVER, 0);
        run(new Numbers(true), Death.NEVER, 0);

        // Then:
        assertThat(keys(Topics.OBSERVATIONS.name())).hasSize(PAGES * ITEMS - 1).doesNotContain("lab/30");
        assertThat(keys(Topics.SEEN.name())).contains("lab/30");
        assertThat(web.asked().stream().filter(asked -> asked.path().equals("/lab.example/card/30")))
                .hasSize(1);
    }

    @Test
    void shouldWriteWhatItHasAndStopWhereAFileCannotBeHad() throws InterruptedException {
        // Given:
        pages();
        web.on("/lab.example/card/30", Reply.status(500));

        // When:
        Optional<Failure> failure = live(Death.NEVER, 0);

        // Then:
        assertThat(failure).isPresent();
        assertThat(keys(Topics.OBSERVATIONS.name()))
                .hasSize(30)
                .contains("lab/29")
                .doesNotContain("lab/30");
    }

    @Test
    void shouldLeaveOutAFileThatIsNoTextInThreeRoundsAndGoOn() throws InterruptedException {
        // Given:
        pages();
        web.on("/lab.example/card/7", new Reply(200, new byte[] {(byte) 0xff, (byte) 0xfe, 1}, java.util.Map.of()));

        // When:
        List<Optional<Failure>> rounds = List.of(live(Death.NEVER, 0), live(Death.NEVER, 0), live(Death.NEVER, 0));

        // Then:
        assertThat(rounds).extracting(Optional::isPresent).containsExactly(true, true, false);
        assertThat(keys(Topics.OBSERVATIONS.name())).hasSize(PAGES * ITEMS).doesNotHaveDuplicates();
        assertThat(keys(Topics.REJECTED.name())).containsExactly("lab/7");
    }

    @Test
    void shouldTakeAFileThatCanBeReadAgainAsIfNothingHadBeen() throws InterruptedException {
        // Given: it could not be read in two rounds
        pages();
        web.on("/lab.example/card/7", new Reply(200, new byte[] {(byte) 0xff, (byte) 0xfe, 1}, java.util.Map.of()));
        live(Death.NEVER, 0);
        live(Death.NEVER, 0);
        web.on("/lab.example/card/7", Reply.ok("Card of 7"));

        // When:
        Optional<Failure> third = live(Death.NEVER, 0);

        // Then:
        assertThat(third).isEmpty();
        assertThat(keys(Topics.OBSERVATIONS.name())).hasSize(PAGES * ITEMS).doesNotHaveDuplicates();
        assertThat(keys(Topics.REJECTED.name())).isEmpty();
    }

    @Test
    void shouldTakeNothingOfAPageThatIsRefusedAndSayWhy() throws InterruptedException {
        // Given:
        pages();
        web.on("/lab.example/page/1", Reply.ok("<html><body>One moment"));

        // When:
        Optional<Failure> failure = live(Death.NEVER, 0);

        // Then:
        assertThat(failure.map(Failure::reason)).contains("html-instead");
        assertThat(keys(Topics.OBSERVATIONS.name())).hasSize(ITEMS);
        assertThat(keys(Topics.REJECTED.name())).containsExactly("lab/https://lab.example/page/1");
    }

    @Test
    void shouldAskForPagesThatCanWaitOneByOneAndNotInARound() throws InterruptedException {
        // Given:
        pages();
        var source = new Patient(new Numbers(false));
        live(source, Round::run);
        long inTheRound = log.size();

        // When:
        List<Boolean> due = List.of(
                live(source, Round::whatCanWait).due(),
                live(source, Round::whatCanWait).due(),
                live(source, Round::whatCanWait).due());

        // Then:
        assertThat(inTheRound).isZero();
        assertThat(due).containsExactly(true, true, false);
        assertThat(keys(Topics.OBSERVATIONS.name())).hasSize(PAGES * ITEMS).doesNotHaveDuplicates();
    }

    private void pages() {
        IntStream.range(0, PAGES).forEach(page -> web.on("/lab.example/page/" + page, Reply.ok("{}")));
        IntStream.range(0, PAGES * ITEMS)
                .forEach(item -> web.on("/lab.example/card/" + item, Reply.ok("Card of " + item)));
    }

    private Optional<Failure> live(Death death, int survived) throws InterruptedException {
        return run(new Numbers(false), death, survived);
    }

    /** One life of the process: remembers what was committed, runs a round, and perhaps dies at a commit. */
    private Optional<Failure> run(Source source, Death death, int survived) throws InterruptedException {
        try {
            return live(source, new Mortal(death, survived), Round::run);
        } catch (KafkaException e) {
            return Optional.of(Failure.failing("log", "died"));
        }
    }

    /** What a process does. */
    @FunctionalInterface
    private interface Deed<T> {
        T of(Round round) throws InterruptedException;
    }

    private <T> T live(Source source, Deed<T> deed) throws InterruptedException {
        return live(source, new Mortal(Death.NEVER, 0), deed);
    }

    private <T> T live(Source source, Mortal producer, Deed<T> deed) throws InterruptedException {
        producer.initTransactions();
        var ledger = new Ledger("lab", producer, Ledger.Values.of(TopicSerdes.embedded()), remembered());
        var health = new HealthBook(source.info(), Optional.empty());
        try {
            return deed.of(
                    new Round(source, source.info().id(), fetcher(), ledger, health, InstantSource.system(), NOW, 1));
        } finally {
            log.addAll(producer.history());
        }
    }

    private Memory remembered() {
        var memory = new Memory();
        var seen = SingleObjectSerde.of(Seen.class).deserializer();
        var cursors = SingleObjectSerde.of(Cursor.class).deserializer();
        for (ProducerRecord<String, byte[]> record : log) {
            if (record.topic().equals(Topics.SEEN.name())) {
                memory.remember(record.key().substring(4), seen.deserialize("", record.value()));
            } else if (record.topic().equals(Topics.CURSORS.name())) {
                memory.remember(cursors.deserialize("", record.value()));
            }
        }
        return memory;
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
                manners,
                new FakePace(),
                RandomGeneratorFactory.of("L64X128MixRandom").create(7));
    }

    private List<String> keys(String topic) {
        return log.stream()
                .filter(record -> record.topic().equals(topic))
                .map(ProducerRecord::key)
                .toList();
    }

    /** A producer whose process may die at a commit, before the broker knows of it or after. */
    private static final class Mortal extends MockProducer<String, byte[]> {
        private final Death death;
        private int survives;

        Mortal(Death death, int survives) {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
            this.death = death;
            this.survives = survives;
        }

        @Override
        public void commitTransaction() {
            boolean dies = death != Death.NEVER && survives-- == 0;
            if (dies && death == Death.BEFORE_COMMIT) {
                throw new KafkaException("killed");
            }
            super.commitTransaction();
            if (dies) {
                throw new KafkaException("killed");
            }
        }
    }

    /** Two pages of items, each item with a card; the position is the number of the next page. */
    private record Numbers(boolean again) implements Source {

        @Override
        public SourceInfo info() {
            return new SourceInfo("lab", "Lab", URI.create("https://lab.example/"), Duration.ofMinutes(1));
        }

        @Override
        public Optional<Request> next(Look look) {
            return page(look) < PAGES
                    ? Optional.of(Request.once(URI.create("https://lab.example/page/" + page(look)), Media.JSON))
                    : Optional.empty();
        }

        private int page(Look look) {
            int at = look.position().isEmpty() ? 0 : Integer.parseInt(look.position());
            return again ? at - PAGES : at;
        }

        @Override
        public Reading<Batch> parse(Look look, Request request, Page page) {
            int at = page(look);
            List<Draft> drafts = IntStream.range(at * ITEMS, (at + 1) * ITEMS)
                    .mapToObj(Numbers::draft)
                    .toList();
            return Reading.read(Batch.of(drafts, Integer.toString(at + 1 + (again ? PAGES : 0))));
        }

        private static Draft draft(int item) {
            Observation observation = Observation.newBuilder()
                    .setSource("lab")
                    .setNativeId(Integer.toString(item))
                    .build();
            Request card = Request.file(URI.create("https://lab.example/card/" + item), Media.TEXT, 1_000);
            var part = new Draft.Part(
                    card, (whole, page) -> joined(whole, page.map(Page::text).orElse("")));
            return new Draft(observation, 0, "mark " + item, List.of(part));
        }

        private static Reading<Observation> joined(Observation whole, String text) {
            return text.equals("nothing")
                    ? new Reading.Nothing<>()
                    : Reading.read(Observation.newBuilder(whole).setText(text).build());
        }

        @Override
        public String unchanged(Look look, Request request) {
            return look.position();
        }
    }

    /** The same pages, none of which is asked for in a round. */
    private record Patient(Numbers numbers) implements Source {

        @Override
        public SourceInfo info() {
            return numbers.info();
        }

        @Override
        public Optional<Request> next(Look look) {
            return Optional.empty();
        }

        @Override
        public Optional<Request> whatCanWait(Look look) {
            return numbers.next(look);
        }

        @Override
        public Reading<Batch> parse(Look look, Request request, Page page) {
            return numbers.parse(look, request, page);
        }

        @Override
        public String unchanged(Look look, Request request) {
            return numbers.unchanged(look, request);
        }
    }
}
