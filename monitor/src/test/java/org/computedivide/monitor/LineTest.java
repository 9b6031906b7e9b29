package org.computedivide.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Release;
import org.computedivide.avro.topics.Topic;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.computedivide.monitor.reading.TopicReader;
import org.computedivide.monitor.running.Addresses;
import org.computedivide.monitor.running.DatabaseLogin;
import org.computedivide.monitor.running.Monitor;
import org.computedivide.monitor.running.Progress;
import org.computedivide.monitor.running.RunFile;
import org.computedivide.monitor.settings.Setting;
import org.computedivide.monitor.settings.SettingsReader;
import org.computedivide.sinks.postgres.Database;
import org.computedivide.sinks.postgres.TableDifference;
import org.computedivide.sinks.postgres.TopicTableComparison;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole line on a real broker, registry and database: from an answer of a site to an alert, a row and the page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LineTest {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final String STOCK_PYTHON = "/usr/bin/python3";

    private @Nullable SmallWeb web;
    private @Nullable Monitor monitor;
    private Path data = Path.of("");

    @BeforeAll
    void startTheLine(@TempDir Path folder) throws IOException {
        data = folder;
        web = new SmallWeb();
        monitor = new Monitor(
                SettingsReader.read(flags(web), Map.of(), folder.resolve("divide.yaml")), Progress.silent());
        monitor.start();
    }

    @AfterAll
    void stopTheLine() {
        if (monitor != null) {
            monitor.close();
        }
        if (web != null) {
            web.close();
        }
    }

    @Test
    void shouldCarryAModelFromTheHubToAlertTableAndPage() {
        // Given:
        RunFile run = RunFile.find(data).orElseThrow();
        var topics = new TopicReader(run.addresses());

        // When:
        await().atMost(LONGEST)
                .until(() -> all(topics, Topics.OPEN_WEIGHTS).stream()
                        .anyMatch(alert -> alert.getName().contains("Auriga")));

        // Then:
        await().atMost(LONGEST).untilAsserted(() -> {
            assertThat(observed(topics)).contains("arxiv", "huggingface", "openai");
            assertThat(topics.latest(Topics.RELEASES))
                    .extracting(Release::getName)
                    .anyMatch(name -> name.contains("Auriga"));
            assertThat(topics.latest(Topics.TALLIES)).isNotEmpty();
            assertThat(differing(run.addresses())).isEmpty();
            assertThat(page(run, "api/v1/releases")).contains("Auriga");
        });
        assertThat(topics.ends()).containsEntry(Topics.DEAD_LETTERS, 0L);
    }

    @Test
    void shouldBeReadByAStockClientThatIsNotJava() throws Exception {
        // Given:
        assumeThat(isStockClientThere())
                .as("python3-confluent-kafka and python3-avro of Debian are not installed")
                .isTrue();
        Addresses servers = RunFile.find(data).orElseThrow().addresses();
        Path script = Path.of(Objects.requireNonNull(getClass().getResource("foreign_client.py"))
                .toURI());

        // When:
        Said said = python(
                script.toString(),
                servers.kafka(),
                servers.registry().resolve("/apis/ccompat/v7").toString(),
                Topics.OPEN_WEIGHTS.name());

        // Then:
        assertThat(said.words()).contains("\"rule\": \"open-weights\"").contains("Auriga");
    }

    @Test
    void shouldExportTablesAsFilesThatOthersRead(@TempDir Path folder) throws IOException {
        // Given:
        Path csv = folder.resolve("models.csv");
        Path parquet = folder.resolve("releases.parquet");

        // When:
        int models = run("export", "--out", csv.toString(), "--data", data.toString());
        int releases =
                run("export", "releases", "--format=parquet", "--out", parquet.toString(), "--data", data.toString());

        // Then:
        assertThat(models + releases).isZero();
        assertThat(Files.readAllLines(csv).get(0)).startsWith("Model,Organization,Organization categorization,");
        assertThat(Files.readAllBytes(parquet))
                .startsWith("PAR1".getBytes(UTF_8))
                .endsWith("PAR1".getBytes(UTF_8));
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void shouldMakeTheTablesOfTodayAgainFromTheLog() {
        // Given:
        Addresses servers = RunFile.find(data).orElseThrow().addresses();
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(differing(servers)).isEmpty());

        // When:
        int code = run("replay", "--as-of", "2026-02-16T00:00:01Z", "--schema", "known", "--data", data.toString());

        // Then:
        assertThat(code).isZero();
        try (var database = new Database(DatabaseLogin.of(servers.jdbc()).sinks(0))) {
            assertThat(count(database, "table known.tallies")).isPositive();
            // Intervals of today are drawn a little later.
            await().atMost(LONGEST).untilAsserted(() -> assertSameTables(database));
        }
    }

    private static void assertSameTables(Database database) {
        for (String table : List.of("releases", "variants", "facts", "tallies", "trends", "literature")) {
            assertThat(count(database, "(table public.%1$s except table known.%1$s)".formatted(table)))
                    .as(table)
                    .isZero();
            assertThat(count(database, "(table known.%1$s except table public.%1$s)".formatted(table)))
                    .as(table)
                    .isZero();
        }
    }

    private static int count(Database database, String rows) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from (" + rows + ") as found")
                        .mapTo(Integer.class)
                        .one());
    }

    private static int run(String... arguments) {
        return Divide.commandLine().setOut(new PrintWriter(new StringWriter())).execute(arguments);
    }

    private record Said(int code, String words) {}

    private static Said python(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(STOCK_PYTHON));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), words);
    }

    private static boolean isStockClientThere() throws IOException, InterruptedException {
        return Files.isExecutable(Path.of(STOCK_PYTHON))
                && python("-c", "import confluent_kafka.avro").code() == 0;
    }

    /** Where the servers are; a subclass may give outside ones. */
    Map<Setting, String> servers() {
        return Map.of();
    }

    private Map<Setting, String> flags(SmallWeb web) {
        var flags = new HashMap<Setting, String>(servers());
        flags.put(Setting.DATA, data.toString());
        flags.put(Setting.WEB, web.address().toString());
        flags.put(Setting.CLOCK, "2026-02-16T00:00:00Z!");
        flags.put(Setting.ONLY, "arxiv,huggingface,openai");
        flags.put(Setting.CATEGORIES, "cs.CL");
        flags.put(Setting.TIME_SCALE, "0.01");
        flags.put(Setting.FITS_INTERVAL, "PT2S");
        return flags;
    }

    private static List<String> observed(TopicReader topics) {
        return all(topics, Topics.OBSERVATIONS).stream()
                .map(Observation::getSource)
                .toList();
    }

    private static <V extends SpecificRecord> List<V> all(TopicReader topics, Topic<V> topic) {
        var values = new ArrayList<V>();
        topics.read(topic, values::add);
        return values;
    }

    private static List<TableDifference> differing(Addresses servers) throws SQLException {
        try (var database = new Database(DatabaseLogin.of(servers.jdbc()).sinks(0))) {
            var comparison =
                    new TopicTableComparison(servers.kafka(), TopicSerdes.registry(servers.registry()), database);
            return comparison.compare().stream()
                    .filter(table -> !table.isEqual())
                    .toList();
        }
    }

    private static String page(RunFile run, String path) throws IOException, InterruptedException {
        URI root = Objects.requireNonNull(run.page());
        var question = HttpRequest.newBuilder(root.resolve(path))
                .timeout(Duration.ofSeconds(10))
                .build();
        return HttpClient.newHttpClient()
                .send(question, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
