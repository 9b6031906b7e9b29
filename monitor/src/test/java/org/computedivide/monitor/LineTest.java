package org.computedivide.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.computedivide.avro.Alert;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole line on a real broker, registry and database: from an answer of a site to an alert, a row and the page. */
class LineTest {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    @TempDir
    private Path data = Path.of("");

    @Test
    void shouldCarryAModelFromTheHubToAlertTableAndPage() throws Exception {
        // Given:
        try (var web = new SmallWeb();
                var monitor = new Monitor(
                        SettingsReader.read(flags(web), Map.of(), data.resolve("divide.yaml")), Progress.silent())) {

            // When:
            monitor.start();

            // Then:
            RunFile run = RunFile.find(data).orElseThrow();
            var topics = new TopicReader(run.addresses());
            await().atMost(LONGEST).untilAsserted(() -> {
                assertThat(observed(topics)).contains("arxiv", "huggingface", "openai");
                assertThat(topics.latest(Topics.RELEASES))
                        .extracting(Release::getName)
                        .anyMatch(name -> name.contains("Auriga"));
                assertThat(topics.latest(Topics.TALLIES)).isNotEmpty();
                assertThat(all(topics, Topics.OPEN_WEIGHTS))
                        .extracting(Alert::getName)
                        .anyMatch(name -> name.contains("Auriga"));
                assertThat(differing(run.addresses())).isEmpty();
                assertThat(page(run, "api/v1/releases")).contains("Auriga");
            });
            assertThat(topics.ends()).containsEntry(Topics.DEAD_LETTERS, 0L);
        }
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
        return flags;
    }

    private static List<String> observed(TopicReader topics) {
        return all(topics, Topics.OBSERVATIONS).stream()
                .map(Observation::getSource)
                .toList();
    }

    private static <V extends SpecificRecord> List<V> all(TopicReader topics, Topic<V> topic) {
        var values = new java.util.ArrayList<V>();
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
        URI root = java.util.Objects.requireNonNull(run.page());
        var question = HttpRequest.newBuilder(root.resolve(path))
                .timeout(Duration.ofSeconds(10))
                .build();
        return HttpClient.newHttpClient()
                .send(question, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
