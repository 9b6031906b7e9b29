package org.computedivide.sinks.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Rejected;
import org.computedivide.avro.Release;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.computedivide.sinks.Samples;
import org.computedivide.sinks.SinksSettings;
import org.computedivide.sinks.TestBroker;
import org.computedivide.sinks.TestPostgres;
import org.computedivide.sinks.TestTopics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The writers on a real broker and a real PostgreSQL. Topics grow from test to test; each has a fresh database. */
class TableSinkTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @SuppressWarnings("NullAway.Init")
    private static TestBroker broker;

    @SuppressWarnings("NullAway.Init")
    private static TestPostgres postgres;

    @SuppressWarnings("NullAway.Init")
    private static TestTopics topics;

    private final List<TableChange> told = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private SinksSettings settings;

    @SuppressWarnings("NullAway.Init")
    private Database database;

    @SuppressWarnings("NullAway.Init")
    private TableSink sink;

    @BeforeAll
    static void startServers() throws Exception {
        broker = TestBroker.start();
        postgres = TestPostgres.start();
        topics = new TestTopics(broker.bootstrapServers());
    }

    @AfterAll
    static void stopServers() throws Exception {
        topics.close();
        broker.close();
        postgres.close();
    }

    @BeforeEach
    void startSink() {
        settings = postgres.freshDatabase();
        database = new Database(settings);
        sink = newSink(database);
        sink.start();
    }

    @AfterEach
    void stopSink() {
        sink.close();
        database.close();
    }

    @Test
    void shouldWriteEveryTopicRowForRow() {
        // When:
        topics.inTransaction(() -> {
            topics.put(Topics.RELEASES, "one-00000001", Samples.release("one-00000001", "One"));
            topics.put(
                    Topics.EVIDENCE,
                    "arxiv/2602.00001",
                    Samples.evidence("arxiv", "2602.00001", Samples.fact("parameters", 6.71e11, "671B total")));
            topics.put(Topics.TALLIES, "releases|all|affiliation=industry|7d", Samples.tally("industry", "7d", 3));
            topics.put(Topics.TRENDS, "doubling-time|runningTop10", Samples.trend("runningTop10"));
            topics.put(Topics.THRESHOLD, "alert-1", Samples.alert("alert-1", "one-00000001"));
            topics.put(Topics.CORRECTIONS, "one-00000001", Samples.correction("c1", "one-00000001"));
            topics.put(Topics.DIGESTS, "2026-W07", Samples.digest("2026-W07"));
            topics.put(Topics.SOURCES, "arxiv", Samples.source("arxiv", "ok"));
            topics.put(
                    Topics.REJECTED,
                    "arxiv/1",
                    Rejected.newBuilder().setReason("truncated").build());
        });

        // Then:
        untilEqual();
        assertThat(number("select count(*) from releases where family_id = 'one-00000001' and compute = 3.3e24"))
                .isEqualTo(1);
        assertThat(number("select count(*) from alerts where stream = 'divide.alerts.threshold.v1'"))
                .isEqualTo(1);
        assertThat(number("select count(*) from facts where quote = '671B total' and number = 6.71e11"))
                .isEqualTo(1);
    }

    @Test
    void shouldFollowTombstonesAndSmallerFamilies() {
        // Given:
        Release two = Samples.release("two-00000002", "Two");
        Release smaller = Release.newBuilder(two).setVariants(List.of()).build();
        Evidence proven = Samples.evidence("hub", "two", fact(1), fact(2), fact(3));
        Evidence withdrawn = Evidence.newBuilder(proven).setState("withdrawn").build();
        topics.inTransaction(() -> {
            topics.put(Topics.RELEASES, "two-00000002", two);
            topics.put(Topics.RELEASES, "gone-00000003", Samples.release("gone-00000003", "Gone"));
            topics.put(Topics.EVIDENCE, "hub/two", proven);
        });
        untilNumber("select count(*) from facts where observation = 'hub/two'", 3);

        // When:
        topics.inTransaction(() -> {
            topics.put(Topics.RELEASES, "two-00000002", smaller);
            topics.remove(Topics.RELEASES, "gone-00000003");
            topics.put(Topics.EVIDENCE, "hub/two", withdrawn);
        });

        // Then:
        untilNumber("select count(*) from facts where observation = 'hub/two'", 0);
        untilNumber("select count(*) from releases where family_id = 'gone-00000003'", 0);
        untilNumber("select count(*) from variants where family_id in ('two-00000002', 'gone-00000003')", 0);
        untilEqual();
    }

    @Test
    void shouldNotSeeWhatWasAborted() {
        // Given:
        topics.inVain(() -> topics.put(Topics.RELEASES, "vain-00000004", Samples.release("vain-00000004", "Vain")));

        // When:
        topics.inTransaction(() -> topics.put(Topics.RELEASES, "real-00000005", Samples.release("real-00000005", "R")));

        // Then:
        untilNumber("select count(*) from releases where family_id = 'real-00000005'", 1);
        assertThat(number("select count(*) from releases where family_id = 'vain-00000004'"))
                .isZero();
    }

    @Test
    void shouldWriteNamesThatWantToBreakThings() {
        // Given:
        String name = "Robert'); drop table releases;-- \0 \uD83D {\"a\",\\} \u202Eevil <script>alert(1)</script>";

        // When:
        topics.inTransaction(() -> topics.put(
                Topics.RELEASES,
                "bobby-00000006",
                Release.newBuilder(Samples.release("bobby-00000006", name))
                        .setCountries(List.of(name, "", "null", "NULL"))
                        .build()));

        // Then:
        untilNumber("select count(*) from releases where family_id = 'bobby-00000006'", 1);
        String plain = name.replace("\0", "\uFFFD").replace("\uD83D", "?"); // Avro cannot hold half a pair
        assertThat(text("select name from releases where family_id = 'bobby-00000006'"))
                .isEqualTo(plain);
        assertThat(text("select countries[1] from releases where family_id = 'bobby-00000006'"))
                .isEqualTo(plain);
        assertThat(text("select countries[4] from releases where family_id = 'bobby-00000006'"))
                .isEqualTo("NULL");
        assertThat(text("select members -> 0 ->> 'title' from releases where family_id = 'bobby-00000006'"))
                .isEqualTo(plain + " Technical Report");
    }

    @Test
    void shouldBuryAPoisonRecordAndGoOn() {
        // Given:
        Release wrongDay = Release.newBuilder(Samples.release("wrong-00000007", "Wrong"))
                .setPublishedDay("the ides of March")
                .build();

        // When:
        topics.inTransaction(() -> {
            topics.bytes(Topics.RELEASES.name(), "poison", new byte[] {1, 2, 3});
            topics.bytes(Topics.THRESHOLD.name(), null, new byte[] {4});
            topics.put(Topics.RELEASES, "wrong-00000007", wrongDay);
            topics.put(Topics.RELEASES, noise(9000), Samples.release("long", "Too long a key"));
            topics.put(Topics.RELEASES, "after-00000008", Samples.release("after-00000008", "After"));
        });

        // Then:
        untilNumber("select count(*) from releases where family_id = 'after-00000008'", 1);
        untilNumber("select count(*) from dead_letters where record_key = 'poison'", 1);
        assertThat(number("select count(*) from releases where family_id = 'wrong-00000007'"))
                .isZero();
        assertThat(text("select origin || ' ' || reason from dead_letters where record_key = 'wrong-00000007'"))
                .contains("divide.releases.v1-0@", "'the ides of March' is not a day");
        assertThat(sink.deadLetters()).isPositive();
    }

    @Test
    void shouldGoOnWhereItWasAfterARestart() {
        // Given:
        topics.inTransaction(() -> topics.put(Topics.SOURCES, "before", Samples.source("before", "ok")));
        untilNumber("select count(*) from sources where source = 'before'", 1);
        sink.close();
        database.jdbi().useHandle(handle -> handle.execute("delete from sources where source = 'before'"));
        topics.inTransaction(() -> topics.put(Topics.SOURCES, "after", Samples.source("after", "ok")));

        // When:
        sink = newSink(database);
        sink.start();

        // Then:
        untilNumber("select count(*) from sources where source = 'after'", 1);
        assertThat(number("select count(*) from sources where source = 'before'"))
                .isZero();
    }

    @Test
    void shouldNotWriteTwiceWhenTwoWritersShareADatabase() throws Exception {
        // Given:
        try (var otherDatabase = new Database(settings);
                var other = newSink(otherDatabase)) {
            other.start();

            // When:
            for (int i = 0; i < 20; i++) {
                String key = "shared-" + i;
                topics.inTransaction(() -> topics.put(Topics.SOURCES, key, Samples.source(key, "ok")));
            }

            // Then:
            untilNumber("select count(*) from sources where source like 'shared-%'", 20);
            untilEqual();
        }
    }

    @Test
    void shouldReadATopicAgainThatWasMadeAnew() throws Exception {
        // Given:
        topics.inTransaction(() -> topics.put(Topics.DIGESTS, "2026-W01", Samples.digest("2026-W01")));
        untilNumber("select count(*) from digests where week = '2026-W01'", 1);
        sink.close();
        broker.makeAnew(Topics.DIGESTS.name());
        topics.inTransaction(() -> topics.put(Topics.DIGESTS, "2026-W02", Samples.digest("2026-W02")));

        // When:
        sink = newSink(database);
        sink.start();

        // Then:
        untilNumber("select count(*) from digests where week = '2026-W02'", 1);
        assertThat(number("select count(*) from digests where week = '2026-W01'"))
                .isZero();
    }

    @Test
    void shouldOutliveADatabaseThatGoesAway() {
        // Given:
        await().atMost(PATIENCE).until(() -> sink.health().stream().allMatch(WriterHealth::isFollowing));
        database.jdbi().useHandle(handle -> handle.execute("alter table sources rename to hidden"));
        topics.inTransaction(() -> topics.put(Topics.SOURCES, "late", Samples.source("late", "ok")));
        await().atMost(PATIENCE).until(() -> sink.health().stream().anyMatch(TableSinkTest::isFailing));

        // When:
        database.jdbi().useHandle(handle -> handle.execute("alter table hidden rename to sources"));

        // Then:
        untilNumber("select count(*) from sources where source = 'late'", 1);
        await().atMost(PATIENCE).until(() -> sink.health().stream().allMatch(WriterHealth::isFollowing));
    }

    @Test
    void shouldTellWhatChangedAfterTheCommit() {
        // When:
        topics.inTransaction(() -> topics.put(Topics.RELEASES, "told-00000009", Samples.release("told-00000009", "T")));

        // Then:
        await().atMost(PATIENCE)
                .until(() -> told.stream()
                        .anyMatch(change -> change.table().equals("variants")
                                && change.keys().contains("told-00000009")));
        assertThat(number("select count(*) from releases where family_id = 'told-00000009'"))
                .isEqualTo(1);
    }

    @Test
    void shouldSeeEveryKindOfDifference() throws Exception {
        // Given:
        topics.inTransaction(() -> {
            topics.put(Topics.RELEASES, "same-00000010", Samples.release("same-00000010", "Same"));
            topics.put(Topics.RELEASES, "lost-00000011", Samples.release("lost-00000011", "Lost"));
        });
        untilNumber("select count(*) from releases where family_id = 'lost-00000011'", 1);
        untilEqual();

        // When:
        database.jdbi().useHandle(handle -> {
            handle.execute("delete from releases where family_id = 'lost-00000011'");
            handle.execute("update releases set compute = compute * 1.0000000001 where family_id = 'same-00000010'");
        });

        // Then:
        TableDifference releases = comparison().compare().stream()
                .filter(difference -> difference.table().equals("releases"))
                .findFirst()
                .orElseThrow();
        assertThat(releases.isEqual()).isFalse();
        assertThat(releases.missing()).hasSize(2);
        assertThat(releases.extra()).hasSize(1);
    }

    private TableSink newSink(Database tables) {
        return new TableSink(
                tables, broker.bootstrapServers(), TopicSerdes.embedded(), told::addAll, InstantSource.system());
    }

    private TopicTableComparison comparison() {
        return new TopicTableComparison(broker.bootstrapServers(), TopicSerdes.embedded(), database);
    }

    private void untilEqual() {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(comparison().compare()).allMatch(TableDifference::isEqual));
    }

    private void untilNumber(String sql, long expected) {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> number(sql) == expected);
    }

    private long number(String sql) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private String text(String sql) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    private static boolean isFailing(WriterHealth health) {
        return health.state() == WriterHealth.State.FAILING;
    }

    private static Fact fact(double number) {
        return Samples.fact("parameters", number, "quote " + number);
    }

    private static String noise(int length) {
        return new java.util.Random(7)
                .ints(length, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
