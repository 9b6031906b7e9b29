package org.computedivide.monitor.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.clock.ClockSetting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void nameFile() {
        file = folder.resolve("divide.yaml");
    }

    @Test
    void shouldUseDefaultsWhenNothingIsSaid() {
        // Given:
        // When:
        var settings = SettingsReader.read(Map.of(), Map.of(), file);

        // Then:
        assertThat(settings.data()).isEqualTo(Path.of("data"));
        assertThat(settings.kafka()).isNull();
        assertThat(settings.scrape()).isTrue();
        assertThat(settings.clock()).isEqualTo(new ClockSetting.Machine());
    }

    @Test
    void shouldPreferFlagToEnvironmentToFile() throws IOException {
        // Given:
        Files.writeString(file, "port: 1\nkafka-port: 1\nregistry-port: 1\n");
        var environment = Map.of("DIVIDE_PORT", "2", "DIVIDE_KAFKA_PORT", "2");

        // When:
        var settings = SettingsReader.read(Map.of(Setting.PORT, "3"), environment, file);

        // Then:
        assertThat(settings.ports()).isEqualTo(new MonitorSettings.ListenOn(3, 2, 1, 0));
    }

    @Test
    void shouldNameNearestKeyWhenFileHasUnknownOne() throws IOException {
        // Given:
        Files.writeString(file, "kafak: localhost:9092\n");

        // When: Then:
        assertThatThrownBy(() -> SettingsReader.read(Map.of(), Map.of(), file))
                .isInstanceOf(CannotRun.class)
                .hasMessage("unknown setting kafak in %s; did you mean kafka?", file);
    }

    @Test
    void shouldNameNearestVariableWhenEnvironmentHasUnknownOne() {
        // Given:
        var environment = Map.of("DIVIDE_PRT", "1");

        // When: Then:
        assertThatThrownBy(() -> SettingsReader.read(Map.of(), environment, file))
                .hasMessage("unknown setting DIVIDE_PRT in the environment; did you mean DIVIDE_PORT?");
    }

    @Test
    void shouldAcceptFileWithCommentsOnly() throws IOException {
        // Given:
        Files.writeString(file, "# nothing yet\n");

        // When:
        var settings = SettingsReader.read(Map.of(), Map.of(), file);

        // Then:
        assertThat(settings.scrape()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "PORT, 70000, --port: '70000' is not a port from 0 to 65535",
        "KAFKA, localhost, --kafka: 'localhost' is not host:port",
        "REGISTRY, localhost:1, --registry: 'localhost:1' is not an http address",
        "STANDBYS, 4, --standbys: '4' is not a number of copies from 0 to 3",
        "PARTS, kitchen, --parts: 'kitchen' is none of servers | sources | topologies | tables",
        "SOURCES, maybe, --sources: 'maybe' is neither true nor false",
        "ARXIV_INTERVAL, 5m, --arxiv-interval: '5m' is not a time like PT15M (15 minutes)",
        "ANSWER_TIMEOUT, PT0S, --answer-timeout: 'PT0S' is not a time like PT15M (15 minutes)",
    })
    void shouldSayWhereAndWhatWhenValueCannotBeRead(Setting setting, String value, String message) {
        // Given:
        var flags = Map.of(setting, value);

        // When: Then:
        assertThatThrownBy(() -> SettingsReader.read(flags, Map.of(), file)).hasMessage(message);
    }

    @Test
    void shouldTakeHowLongASiteIsWaitedFor() {
        // Given:
        var variables = Map.of("DIVIDE_CONNECT_TIMEOUT", "PT2S", "DIVIDE_ANSWER_TIMEOUT", "PT1.5S");

        // When:
        var sources = SettingsReader.read(Map.of(), variables, file).sources();

        // Then:
        assertThat(sources.connectTimeout()).hasSeconds(2);
        assertThat(sources.answerTimeout()).hasMillis(1_500);
    }

    @Test
    void shouldRunOnlyThePartsThatAreAskedFor() {
        // Given:
        var flags = Map.of(Setting.PARTS, "sources, tables", Setting.SOURCES, "false");

        // When:
        var settings = SettingsReader.read(flags, Map.of(), file);

        // Then:
        assertThat(Stream.of(Part.values()).filter(settings::runs)).containsExactly(Part.TABLES);
    }

    @Test
    void shouldPrintNoSecrets() {
        // Given:
        var flags = Map.of(
                Setting.POSTGRES, "jdbc:postgresql://db/divide?user=me&password=hunter2",
                Setting.HUB_TOKEN, "hf_hunter2");

        // When:
        String printed = SettingsReader.read(flags, Map.of(), file).toString();

        // Then:
        assertThat(printed).contains("user=me").contains("***").doesNotContain("hunter2");
    }

    @Test
    void shouldReadThreeKindsOfClock() {
        // Given:
        String date = "2026-02-16";

        // When:
        ClockSetting runs = ClockSetting.parse(date);
        ClockSetting stands = ClockSetting.parse("2026-02-16T00:00:00Z!");

        // Then:
        assertThat(runs).isEqualTo(new ClockSetting.RunsOn(Instant.parse("2026-02-16T00:00:00Z")));
        assertThat(stands).isEqualTo(new ClockSetting.Stands(Instant.parse("2026-02-16T00:00:00Z")));
        assertThat(ClockSetting.parse("http://127.0.0.1:1/now")).isInstanceOf(ClockSetting.Follows.class);
    }
}
