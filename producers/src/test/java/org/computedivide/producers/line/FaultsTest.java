package org.computedivide.producers.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.computedivide.producers.fetch.Backoff;
import org.computedivide.producers.fetch.Failure;
import org.computedivide.producers.fetch.FakePace;
import org.computedivide.producers.fetch.Fetcher;
import org.computedivide.producers.fetch.Manners;
import org.computedivide.producers.fetch.Mirror;
import org.computedivide.producers.fetch.Web;
import org.computedivide.producers.fetch.Web.Reply;
import org.computedivide.producers.hub.HubSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a site answers in three cases of ten, in the end the same is observed, each thing once. */
class FaultsTest {

    private static final Instant NOW = Instant.parse("2026-02-16T00:00:00Z");
    private static final int PAGES = 3;
    private static final int ON_A_PAGE = 4;
    private static final byte[] BLANKS = " ".repeat(33 << 20).getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PACKED_BLANKS = Web.gzip(BLANKS);
    private static final int MOST_ROUNDS = 200;
    private static final String FIELDS = "&expand%5B%5D="
            + String.join(
                    "&expand%5B%5D=",
                    "author",
                    "cardData",
                    "createdAt",
                    "gated",
                    "lastModified",
                    "library_name",
                    "pipeline_tag",
                    "private",
                    "safetensors",
                    "sha",
                    "siblings",
                    "tags");

    private final Web web = Web.start();
    private final FakePace pace = new FakePace();

    @AfterEach
    void stop() {
        web.close();
    }

    /** What a faulty answer looks like, made of the right one. */
    enum Fault {
        ERROR,
        TURNED_AWAY,
        TOO_MANY,
        EMPTY,
        MALFORMED,
        CUT_WITH_ITS_LENGTH,
        HTML,
        NOT_UTF8,
        HUGE,
        GZIP_BOMB,
        CUT_GZIP,
        REDIRECT_LOOP,
        REDIRECT_PRIVATE,
        WRONG_TYPE,
        NOT_FOUND;

        Reply of(Reply reply) {
            return switch (this) {
                case ERROR -> Reply.status(500);
                case TURNED_AWAY -> Reply.status(503).with("Retry-After", "1");
                case TOO_MANY -> Reply.status(429).with("Retry-After", "1");
                case EMPTY -> Reply.ok("");
                case MALFORMED -> new Reply(200, start(reply.body(), 3, 5), reply.headers());
                case CUT_WITH_ITS_LENGTH -> new Reply(200, start(reply.body(), 3, 5), Map.of());
                case HTML -> Reply.ok("<!DOCTYPE html><html><title>Just a moment...</title></html>");
                case NOT_UTF8 -> new Reply(200, join(new byte[] {(byte) 0xff, (byte) 0xfe}, reply.body()), Map.of());
                case HUGE -> new Reply(200, BLANKS, Map.of());
                case GZIP_BOMB -> new Reply(200, PACKED_BLANKS, Map.of("Content-Encoding", "gzip"));
                case CUT_GZIP ->
                    new Reply(200, start(Web.gzip(reply.body()), 1, 2), Map.of("Content-Encoding", "gzip"));
                case REDIRECT_LOOP -> Reply.status(302).with("Location", "/huggingface.co/round");
                case REDIRECT_PRIVATE -> Reply.status(302).with("Location", "http://169.254.169.254/latest/meta-data/");
                case WRONG_TYPE -> reply.with("Content-Type", "application/octet-stream");
                case NOT_FOUND -> Reply.status(404);
            };
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void shouldObserveTheSameWhateverIsAnsweredInBetween(Fault fault) throws InterruptedException {
        // Given:
        models();
        RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        web.on("/huggingface.co/round", Reply.status(302).with("Location", "/huggingface.co/round"));
        web.distort(reply -> chance.nextDouble() < 0.3 ? fault.of(reply) : reply);

        // When:
        var log = new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        Optional<Failure> last = observe(log);

        // Then:
        assertThat(last).isEmpty();
        assertThat(observed(log)).containsExactlyInAnyOrderElementsOf(withoutFaults());
        assertThat(keys(log, Topics.OBSERVATIONS.name())).containsExactlyInAnyOrderElementsOf(expected());
    }

    private List<String> withoutFaults() throws InterruptedException {
        web.distort(reply -> reply);
        var log = new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        observe(log);
        return observed(log);
    }

    /** Key, version and content of everything that was observed. */
    private static List<String> observed(MockProducer<String, byte[]> log) {
        var values = TopicSerdes.embedded().of(Topics.OBSERVATIONS).deserializer();
        return log.history().stream()
                .filter(record -> record.topic().equals(Topics.OBSERVATIONS.name()))
                .map(record -> values.deserialize(record.topic(), record.value()))
                .map(observation -> observation.getNativeId() + " " + observation.getRevision() + " "
                        + observation.getContentHash())
                .toList();
    }

    /** Rounds until one goes through. */
    private Optional<Failure> observe(MockProducer<String, byte[]> log) throws InterruptedException {
        log.initTransactions();
        var source = new HubSource(Duration.ofMinutes(1), Mirror.of(Optional.of(web.address())));
        var ledger = new Ledger("huggingface", log, Ledger.Values.of(TopicSerdes.embedded()), new Memory());
        var book = new HealthBook(source.info(), Optional.empty());
        Fetcher fetcher = fetcher();
        Optional<Failure> failure = Optional.of(Failure.unreachable("not asked yet"));
        for (int round = 1; round <= MOST_ROUNDS && failure.isPresent(); round++) {
            failure = new Round(
                            source,
                            "huggingface",
                            fetcher,
                            ledger,
                            book,
                            InstantSource.fixed(NOW),
                            NOW.minus(Duration.ofDays(7)),
                            round)
                    .run();
            pace.pause(Duration.ofMinutes(2));
        }
        return failure;
    }

    /** Pages of models by creation, each with its card; the list by change is the first page again. */
    private void models() {
        for (int page = 0; page < PAGES; page++) {
            String body = IntStream.range(page * ON_A_PAGE, (page + 1) * ON_A_PAGE)
                    .mapToObj(FaultsTest::model)
                    .collect(Collectors.joining(",", "[", page == PAGES - 1 ? "," + old() + "]" : "]"));
            Reply reply = Reply.ok(body)
                    .with(
                            "Link",
                            "<" + web.address() + "/huggingface.co/api/models?cursor=" + (page + 1)
                                    + ">; rel=\"next\"");
            web.on(page == 0 ? first("createdAt") : "/huggingface.co/api/models?cursor=" + page, reply);
        }
        web.on(first("lastModified"), Reply.ok("[" + old() + "]"));
        IntStream.range(0, PAGES * ON_A_PAGE)
                .forEach(i -> web.on(
                        "/huggingface.co/lab/m" + i + "/resolve/main/README.md",
                        Reply.ok("# Model " + i + "\n" + "It has seven billion parameters. ".repeat(20))));
    }

    private static String first(String sort) {
        return "/huggingface.co/api/models?sort=" + sort + "&direction=-1&limit=100" + FIELDS;
    }

    private static String model(int number) {
        return """
                {"_id":"%d","id":"lab/m%d","createdAt":"2026-02-15T10:00:00.000Z","lastModified":"2026-02-15T10:00:00.000Z",\
                "sha":"s","tags":[],"siblings":[{"rfilename":"README.md"}]}""".formatted(number, number);
    }

    private static String old() {
        return """
                {"_id":"old","id":"lab/old","createdAt":"2026-01-01T10:00:00.000Z","lastModified":"2026-01-01T10:00:00.000Z",\
                "tags":[],"siblings":[]}""";
    }

    private static Set<String> expected() {
        return IntStream.range(0, PAGES * ON_A_PAGE)
                .mapToObj(i -> "huggingface/lab/m" + i)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> keys(MockProducer<String, byte[]> log, String topic) {
        return log.history().stream()
                .filter(record -> record.topic().equals(topic))
                .map(ProducerRecord::key)
                .toList();
    }

    private Fetcher fetcher() {
        var manners = new Manners(
                "monitor/1",
                Optional.of(URI.create(web.address().toString())),
                Optional.empty(),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                4,
                new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1)),
                1.0);
        return new Fetcher(
                manners, pace, RandomGeneratorFactory.of("L64X128MixRandom").create(7));
    }

    private static byte[] start(byte[] bytes, int of, int parts) {
        return Arrays.copyOf(bytes, bytes.length * of / parts);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
