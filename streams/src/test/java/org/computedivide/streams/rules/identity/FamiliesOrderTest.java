package org.computedivide.streams.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Release;
import org.computedivide.avro.topics.SingleObjectSerde;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The promise that order and repetition do not matter, on a small crowded world: few makers, names and keys, so that
 * families merge, split, hang and let go all the time.
 */
class FamiliesOrderTest {

    private static final int SHUFFLES = 25;
    private static final List<String> MAKERS = List.of("acme", "zeta", "omni");
    private static final List<String> NAMES = List.of("roc-2", "roc-3", "heron", "");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void shouldGiveSameBytesInAnyOrder(long seed) {
        // Given:
        var random = new Random(seed);
        List<Evidence> log = log(random);
        SortedMap<String, String> expected = replay(log);

        for (int i = 0; i < SHUFFLES; i++) {
            // When:
            List<Evidence> shuffled = new ArrayList<>(log);
            shuffled.addAll(log.subList(0, log.size() / 4));
            Collections.shuffle(shuffled, random);

            // Then:
            assertThat(replay(shuffled)).isEqualTo(expected);
        }
        assertThat(replay(newest(log))).isEqualTo(expected);
        assertThat(expected).hasSizeGreaterThan(5);
    }

    /** Releases as the topic would hold them once every change is applied: key to bytes. */
    private static SortedMap<String, String> replay(List<Evidence> log) {
        var families = new Families(FamilyStore.inMemory());
        var topic = new TreeMap<String, Release>();
        for (Evidence evidence : log) {
            families.apply(evidence)
                    .forEach((id, release) ->
                            release.ifPresentOrElse(now -> topic.put(id, now), () -> topic.remove(id)));
        }
        var bytes = new TreeMap<String, String>();
        topic.forEach((id, release) -> bytes.put(id, bytes(release)));
        return bytes;
    }

    private static String bytes(Release release) {
        byte[] bytes = SingleObjectSerde.of(Release.class).serializer().serialize("releases", release);
        return release + " " + HexFormat.of().formatHex(bytes);
    }

    /** What a compacted log would still hold, with the first sight that the dropped versions had told. */
    private static List<Evidence> newest(List<Evidence> log) {
        var newest = new TreeMap<String, Evidence>();
        log.forEach(evidence -> newest.merge(Versions.key(evidence), evidence, Versions::merge));
        return List.copyOf(newest.values());
    }

    private static List<Evidence> log(Random random) {
        var log = new ArrayList<Evidence>();
        for (int i = 0; i < 40; i++) {
            Evidence.Builder first = one(i, random);
            for (int version = 0; version <= random.nextInt(3); version++) {
                log.add(version(i, first, version, random));
            }
        }
        log.addAll(overrides(log, random));
        return log;
    }

    /** The operator joins and parts what there is, and takes some of it back. */
    private static List<Evidence> overrides(List<Evidence> log, Random random) {
        var overrides = new ArrayList<Evidence>();
        for (int i = 0; i < 14; i++) {
            String one = Versions.key(log.get(random.nextInt(log.size())));
            String other = Versions.key(log.get(random.nextInt(log.size())));
            Evidence.Builder said = Samples.override(random.nextBoolean() ? "join" : "part", one, other);
            overrides.add(said.build());
            if (random.nextInt(3) == 0) {
                overrides.add(said.setState("withdrawn").setRevision(1).build());
            }
        }
        return overrides;
    }

    private static Evidence version(int i, Evidence.Builder first, int version, Random random) {
        Evidence.Builder next = random.nextInt(3) == 0 ? one(i, random) : Evidence.newBuilder(first);
        return next.setSource(first.getSource())
                .setNativeId(first.getNativeId())
                .setState(random.nextInt(4) == 0 ? "withdrawn" : "present")
                .setIntake(random.nextInt(4) == 0 ? "backfill" : "live")
                .setObservedAt(Samples.MARCH.plus(Duration.ofHours(random.nextInt(5))))
                .setRevision(version)
                .setContentHash("h" + version)
                .build();
    }

    private static Evidence.Builder one(int i, Random random) {
        String maker = MAKERS.get(random.nextInt(MAKERS.size()));
        String name = NAMES.get(random.nextInt(NAMES.size()));
        String paper = "2603.0000" + random.nextInt(6);
        return switch (random.nextInt(8)) {
            case 0 -> Samples.paper(paper + i, name, day(random)).setKeys(List.of("arxiv:" + paper));
            case 1 -> Samples.otherPaper(paper + i).setKeys(List.of("arxiv:" + paper, "repo:" + repository(random)));
            case 6 ->
                Samples.otherPaper(paper + i).setFamily(name).setModelName(name).setTitle(name + ": on birds");
            case 7 ->
                Samples.post("acme", Integer.toString(i), "acme.example/p" + random.nextInt(3), name, day(random))
                        .setRelease(random.nextBoolean() ? "true" : "false");
            case 2 -> Samples.row(Integer.toString(i), name, maker, random.nextBoolean() ? "2026" : "2014-05");
            case 3 -> derivative(i, random);
            case 4 ->
                repository(i, maker, name, random).setKeys(List.of("arxiv:" + paper, "repo:" + repository(random)));
            default -> repository(i, maker, name, random);
        };
    }

    private static String day(Random random) {
        return "2026-0" + (1 + random.nextInt(5)) + "-01";
    }

    private static Evidence.Builder repository(int i, String maker, String name, Random random) {
        return Samples.repository(maker, name + "-" + i, name, "2026-03-01")
                .setKeys(List.of("name:" + maker + "/" + name, "repo:" + repository(random)));
    }

    private static Evidence.Builder derivative(int i, Random random) {
        return Samples.derivative("zoe", "d" + i, repository(random))
                .setKeys(List.of("repo:" + repository(random)))
                .setOrganizations(List.of(Samples.organization(MAKERS.get(random.nextInt(MAKERS.size())), "industry")))
                .setRelease(random.nextBoolean() ? "false" : "depends-on-base")
                .setFamily(NAMES.get(random.nextInt(NAMES.size())));
    }

    private static String repository(Random random) {
        return "acme/r" + random.nextInt(30);
    }
}
