package org.computedivide.monitor.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.computedivide.monitor.Divide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandLineTest {

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldNameNearestCommandWhenUnknown() {
        // Given:
        String unknown = "relases";

        // When:
        int code = run(unknown);

        // Then:
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("relases").contains("releases").doesNotContain("\tat ");
    }

    @Test
    void shouldDescribeEveryCommandWithoutAPercentSignThatFormats() {
        // Given:
        CommandLine divide = Divide.commandLine();

        // When:
        List<String> descriptions = descriptions(divide).toList();

        // Then:
        assertThat(descriptions)
                .hasSizeGreaterThan(20)
                .noneMatch(line -> line.replace("%%", "").replace("%n", "").contains("%"));
    }

    private static Stream<String> descriptions(CommandLine command) {
        return Stream.concat(
                Arrays.stream(command.getCommandSpec().usageMessage().description()),
                command.getSubcommands().values().stream().flatMap(CommandLineTest::descriptions));
    }

    @Test
    void shouldNameNearestOptionWhenUnknown() {
        // Given:
        String unknown = "--prt=1";

        // When:
        int code = run("up", unknown);

        // Then:
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("--prt=1").contains("--port");
    }

    @Test
    void shouldSayHowToBeginWhenThereIsNoData() {
        // Given:
        Path nothing = folder.resolve("nothing");

        // When:
        int code = run("releases", "--data", nothing.toString());

        // Then:
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("there is no data in " + nothing).contains("divide up");
        assertThat(nothing).doesNotExist();
    }

    @Test
    void shouldNameNearestStreamWhenUnknown() {
        // Given:
        String unknown = "fronteer-compute";

        // When:
        int code = run("alerts", "tail", unknown);

        // Then:
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("did you mean frontier-compute?");
    }

    @Test
    void shouldRefuseFileAsDataDirectory() throws IOException {
        // Given:
        Path file = Files.writeString(folder.resolve("file"), "");

        // When:
        int code = run("up", "--data", file.toString());

        // Then:
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("is not a directory").contains("--data DIR");
    }

    @Test
    void shouldGoOnAfterLineThatIsNoObservation() throws IOException {
        // Given:
        Path lines = Files.writeString(
                folder.resolve("lines"),
                "{\"case\": 7, \"observation\": \n{\"source\": \"blog\", \"nativeId\": \"a\", \"title\": \"Introducing Tern\"}\n");

        // When:
        int code = run("enrich", lines.toString());

        // Then:
        assertThat(code).isZero();
        assertThat(out.toString().lines()).hasSize(2);
        assertThat(out.toString()).contains("\"error\"").contains("\"nativeId\":\"a\"");
    }

    @Test
    void shouldPrintTopicsAsCsv() {
        // Given:
        String form = "--format=csv";

        // When:
        int code = run("topics", form);

        // Then:
        assertThat(code).isZero();
        assertThat(out.toString())
                .startsWith("topic,key,value,partitions,kept,purpose\r\n")
                .contains("divide.observations.v1,source/nativeId,Observation,12,kept for ever,");
    }

    @Test
    void shouldFindPageOfTopicsAsGenerated() throws IOException {
        // Given:
        Path page = Path.of("..", "docs", "topics.md");

        // When:
        String written = Files.readString(page, StandardCharsets.UTF_8);

        // Then:
        assertThat(written)
                .as("docs/topics.md is old; write it anew: ./divide topics --markdown > docs/topics.md")
                .isEqualTo(TopicsPage.markdown());
    }

    @Test
    void shouldFindPageOfSourcesAsGenerated() throws IOException {
        // Given:
        Path page = Path.of("..", "docs", "sources.md");

        // When:
        String written = Files.readString(page, StandardCharsets.UTF_8);

        // Then:
        assertThat(written)
                .as("docs/sources.md is old; write it anew: ./divide sources --markdown > docs/sources.md")
                .isEqualTo(SourcesPage.markdown());
        assertThat(written).doesNotContain("{{").doesNotContain("not in the register");
    }

    private int run(String... arguments) {
        return Divide.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
