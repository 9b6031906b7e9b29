package org.computedivide.streams.rules.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.computedivide.avro.Hub;
import org.computedivide.avro.Observation;
import org.computedivide.avro.topics.SingleObjectSerde;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The promise that order and repetition do not matter, over all fold functions: papers and repositories in several
 * versions, some withdrawn and seen again, become the same releases, tallies and trends to the byte.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LineOrderTest {

    private static final Instant END = Instant.parse("2026-04-01T00:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);
    private static final List<String> NAMES = List.of("Heron", "Egret", "Bittern", "Ibis", "Crane");
    private static final List<String> MAKERS = List.of("lakeside", "marshlab", "fenworks");

    private final List<Observation> log = log(new Random(20261122));
    private SortedMap<String, String> expected = new TreeMap<>();

    @BeforeAll
    void setUp() {
        expected = run(log);
    }

    static List<Long> seeds() {
        return IntStream.range(0, 30).mapToObj(Long::valueOf).toList();
    }

    @Test
    void shouldHaveSomethingToMixUp() {
        // When: // Then:
        assertThat(expected.keySet()).anyMatch(key -> key.startsWith("release "));
        assertThat(expected.keySet()).anyMatch(key -> key.startsWith("tally compute|"));
        assertThat(expected.keySet()).anyMatch(key -> key.startsWith("trend doubling-time|"));
        assertThat(log).anyMatch(seen -> seen.getState().equals("withdrawn"));
    }

    @Test
    void shouldKeepWhatStandsAroundTheQuotes() {
        // Given:
        Line line = Line.asOf(END);

        // When:
        log.forEach(line::accept);

        // Then:
        assertThat(line.evidence()).anyMatch(evidence -> !evidence.getPassages().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldGiveTheSameBytesInWhateverOrder(long seed) {
        // Given:
        var random = new Random(seed);
        var shuffled = new ArrayList<>(log);
        Collections.shuffle(shuffled, random);
        shuffled.addAll(shuffled.subList(0, log.size() / 3));
        Collections.shuffle(shuffled, random);

        // When:
        SortedMap<String, String> found = run(shuffled);

        // Then:
        assertThat(found).isEqualTo(expected);
    }

    private static SortedMap<String, String> run(List<Observation> log) {
        var line = Line.asOf(END);
        log.forEach(line::accept);
        var bytes = new TreeMap<String, String>();
        line.releases().forEach((id, release) -> bytes.put("release " + id, bytes(release)));
        line.tallies(TODAY).forEach((key, tally) -> bytes.put("tally " + key, bytes(tally)));
        line.trends(TODAY).forEach((key, trend) -> bytes.put("trend " + key, bytes(trend)));
        return bytes;
    }

    private static <V extends SpecificRecord> String bytes(V value) {
        @SuppressWarnings("unchecked")
        Class<V> type = (Class<V>) value.getClass();
        return HexFormat.of().formatHex(SingleObjectSerde.of(type).serializer().serialize("topic", value));
    }

    private static List<Observation> log(Random random) {
        var log = new ArrayList<Observation>();
        for (int i = 0; i < 30; i++) {
            Observation first = i % 3 == 0 ? paper(i, random) : repository(i, random);
            int versions = 1 + random.nextInt(4);
            for (int version = 0; version < versions; version++) {
                log.add(Observation.newBuilder(i % 3 == 0 ? first : repository(first, random))
                        .setState(random.nextInt(5) == 0 ? "withdrawn" : "present")
                        .setObservedAt(END.minusSeconds(3600L * (1 + random.nextInt(4))))
                        .setRevision(version)
                        .setContentHash("h" + random.nextInt(3))
                        .build());
            }
        }
        return log;
    }

    private static Observation paper(int i, Random random) {
        String name = pick(NAMES, random) + " " + (1 + i % 2);
        return Observation.newBuilder()
                .setSource("arxiv")
                .setNativeId("2603.0000" + i)
                .setForm("paper")
                .setOrigin("arxiv")
                .setUrl("https://arxiv.org/abs/2603.0000" + i)
                .setTitle(name + ": a language model")
                .setPublishedAt(day(random))
                .setText(words(name, random))
                .build();
    }

    private static Observation repository(int i, Random random) {
        String maker = pick(MAKERS, random);
        String name = pick(NAMES, random) + "-" + (1 + i % 2) + "-" + (7 + i) + "B";
        return Observation.newBuilder()
                .setSource("huggingface")
                .setNativeId(maker + "/" + name)
                .setForm("repository")
                .setOrigin("huggingface")
                .setUrl("https://huggingface.co/" + maker + "/" + name)
                .setTitle(maker + "/" + name)
                .setOrganizations(List.of(maker))
                .setPublishedAt(day(random))
                .setText(words(name, random))
                .setHub(Hub.newBuilder()
                        .setLicense("apache-2.0")
                        .setPipelineTag("text-generation")
                        .build())
                .build();
    }

    /** The same repository with another card. */
    private static Observation repository(Observation first, Random random) {
        return Observation.newBuilder(first)
                .setText(words(first.getTitle(), random))
                .build();
    }

    private static String words(String name, Random random) {
        return "We introduce %s, a language model with %dB parameters trained from scratch on %dT tokens. "
                        .formatted(name, 1 + random.nextInt(70), 1 + random.nextInt(15))
                + "The weights are released under Apache 2.0.";
    }

    private static String day(Random random) {
        return LocalDate.of(2024, 1, 1).plusDays(random.nextInt(800)).toString();
    }

    private static String pick(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
