package org.computedivide.sinks.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.computedivide.avro.Estimate;
import org.computedivide.avro.Member;
import org.computedivide.avro.Release;
import org.computedivide.avro.Variant;
import org.computedivide.sinks.Samples;
import org.computedivide.sinks.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A compute that was disclosed later is held against what had been estimated. */
class CalibrationViewTest {

    private static final Instant FIRST = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-05T00:00:00Z");
    private static final Instant LAST = Instant.parse("2026-04-05T00:00:00Z");

    @SuppressWarnings("NullAway.Init")
    private static TestPostgres postgres;

    @SuppressWarnings("NullAway.Init")
    private static Database database;

    @BeforeAll
    static void fill() throws Exception {
        postgres = TestPostgres.start();
        database = new Database(postgres.freshDatabase());
        var tables = new FilledTables(database);
        tables.migrate();
        tables.releases(Map.of(
                "held-00000001", release("held-00000001", 1e24, "arxiv/1"),
                "missed-00000002", release("missed-00000002", 9e24, "arxiv/1"),
                "circular-00000003", release("circular-00000003", 1e24, "epoch/1"),
                "revised-00000004",
                        of(
                                release("revised-00000004", 1e24, "arxiv/1"),
                                member("arxiv", FIRST, LAST),
                                member("epoch", LATER)),
                "known-00000005",
                        of(
                                release("known-00000005", 1e24, "arxiv/1"),
                                member("arxiv", LATER),
                                member("epoch", FIRST, LAST))));
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
        postgres.close();
    }

    @Test
    void shouldSayWhetherALaterDisclosureWasInsideOurInterval() {
        // When:
        List<Map<String, Object>> rows = database.jdbi()
                .withHandle(
                        handle -> handle.createQuery("select family_id, inside from disclosed_later order by family_id")
                                .mapToMap()
                                .list());

        // Then:
        assertThat(rows)
                .extracting(row -> row.get("family_id"), row -> row.get("inside"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("held-00000001", true),
                        org.assertj.core.groups.Tuple.tuple("missed-00000002", false),
                        org.assertj.core.groups.Tuple.tuple("revised-00000004", true));
    }

    @Test
    void shouldMarkAnEstimateWhoseSourceWasRevisedAfterTheDisclosure() {
        // When:
        List<String> revised = database.jdbi()
                .withHandle(handle -> handle.createQuery("select family_id from disclosed_later where revised_since")
                        .mapTo(String.class)
                        .list());

        // Then:
        assertThat(revised).containsExactly("revised-00000004");
    }

    @Test
    void shouldCountByMethodAndConfidenceWithoutEstimatesThatRestOnTheDisclosure() {
        // When:
        Map<String, Object> row = database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select disclosed, inside from calibration where method = 'operation-counting'")
                        .mapToMap()
                        .one());

        // Then:
        assertThat(row).containsEntry("disclosed", 2L).containsEntry("inside", 1L);
    }

    private static Release release(String id, double disclosed, String source) {
        Estimate ours = estimate("operation-counting", "computed", 1.1e24, false, source);
        Estimate theirs = estimate("curated", "curated", disclosed, true, "epoch/1");
        return Release.newBuilder(Samples.release(id, id))
                .setMembers(List.of(member("arxiv", FIRST), member("epoch", LATER)))
                .setVariants(List.of(Variant.newBuilder(Samples.variant("", id, Samples.compute(disclosed)))
                        .setEstimates(List.of(theirs, ours))
                        .build()))
                .build();
    }

    private static Estimate estimate(String method, String tier, double value, boolean used, String source) {
        return Estimate.newBuilder()
                .setMethod(method)
                .setTier(tier)
                .setValue(value)
                .setLow(value / 1.5)
                .setHigh(value * 1.5)
                .setUsed(used)
                .setSources(List.of(source))
                .build();
    }

    private static Release of(Release release, Member... members) {
        return Release.newBuilder(release).setMembers(List.of(members)).build();
    }

    private static Member member(String source, Instant seen) {
        return member(source, seen, seen);
    }

    private static Member member(String source, Instant first, Instant seen) {
        return Member.newBuilder()
                .setSource(source)
                .setNativeId("1")
                .setFirstObservedAt(first)
                .setObservedAt(seen)
                .build();
    }
}
