package org.computedivide.monitor.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.computedivide.monitor.Divide;
import org.computedivide.producers.ProducersSettings;
import org.computedivide.producers.Sources;
import org.computedivide.producers.source.SourceInfo;
import org.computedivide.producers.source.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BackfillCommandTest {

    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "openai --from 2026-01-01 --to 2026-02-01; 1; source openai shows only what it shows now",
                "arxiw --from 2026-01-01 --to 2026-02-01; 1; there is no source arxiw",
                "arxiv --from 2026-02-01 --to 2026-01-01; 1; the last day 2026-01-01 lies before the first day 2026-02-01",
                "arxiv --from 2026-02-30 --to 2026-03-01; 2; 2026-02-30",
                "arxiv --from 2026-02-01; 2; --to=DATE",
            })
    void shouldSayWhatIsWrongBeforeAnythingStarts(String arguments, int code, String words) {
        // When:
        int ended = Divide.commandLine().setErr(new PrintWriter(err)).execute(("backfill " + arguments).split(" "));

        // Then:
        assertThat(ended).isEqualTo(code);
        assertThat(err.toString()).contains(words).doesNotContain("\tat ");
    }

    @Test
    void shouldHaveTheOptionsOfWhateverRunsSources() {
        // Given:
        var usage = new StringWriter();

        // When:
        Divide.commandLine().setOut(new PrintWriter(usage)).execute("backfill", "--help");

        // Then:
        assertThat(usage.toString()).contains("--web", "--clock", "--data", "--from", "--to", "Ctrl-C pauses");
    }

    @Test
    void shouldNameTheSourcesThatHaveAHistory() {
        // Given:
        var settings = ProducersSettings.defaults();
        var span = new Span(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2));
        List<String> able = Sources.list(settings).stream()
                .map(SourceInfo::id)
                .filter(id -> Sources.whyNoHistory(id, span, settings).isEmpty())
                .toList();
        CommandLine backfill =
                Objects.requireNonNull(Divide.commandLine().getSubcommands().get("backfill"));

        // When:
        String[] description = backfill.getCommandSpec().usageMessage().description();

        // Then:
        assertThat(String.join(" ", description)).contains("have a history: " + String.join(", ", able) + ".");
    }
}
