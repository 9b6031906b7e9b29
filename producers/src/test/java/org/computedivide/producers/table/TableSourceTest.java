package org.computedivide.producers.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Seen;
import org.computedivide.avro.Statement;
import org.computedivide.producers.fetch.Media;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.fetch.Request;
import org.computedivide.producers.source.Batch;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.Look;
import org.computedivide.producers.source.SeenItems;
import org.computedivide.producers.source.Source;
import org.junit.jupiter.api.Test;

class TableSourceTest {

    private static final Instant NOW = Instant.parse("2026-02-16T00:00:00Z");
    private static final String HEADER = "Model,Organization,Organization categorization,Country (of organization),"
            + "Publication date,Domain,Task,Parameters,Training dataset size (total),Epochs,Training compute (FLOP),"
            + "Training compute lower bound,Training compute upper bound,Training compute estimation method,Confidence,"
            + "Training hardware,Hardware quantity,Training time (hours),Training chip-hours,Hardware utilization (MFU),"
            + "Numerical format,Training compute cost (2023 USD),Model accessibility,Training code accessibility,"
            + "Base model,Finetune compute (FLOP),Frontier model,Notable,Link\n";

    private final Source epoch = TableSource.epoch(Duration.ofHours(1));

    @Test
    void shouldReadTheBundledLandmarksWhole() throws Exception {
        // Given:
        Source landmarks = TableSource.landmarks();
        String csv;
        try (var file = TableSourceTest.class.getResourceAsStream("landmarks.csv")) {
            csv = new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }

        // When:
        Batch batch = batch(landmarks.parse(look("", SeenItems.NONE), request(landmarks), Page.of(csv)));

        // Then:
        assertThat(batch.rejected()).isEmpty();
        assertThat(batch.drafts()).hasSizeGreaterThan(400);
        assertThat(batch.drafts().stream().map(Draft::nativeId)).doesNotHaveDuplicates();
        assertThat(batch.drafts()).allSatisfy(draft -> {
            assertThat(draft.observation().getIntake()).isEqualTo("first-load");
            assertThat(draft.observation().getOrigin()).isEqualTo("epoch");
            assertThat(draft.observation().getStatements()).isNotEmpty();
        });
    }

    @Test
    void shouldStateWhatARowStates() {
        // Given:
        String row =
                row("Auriga 9B", "Meridian Labs,Northfield University,Widgets Co., Ltd.", "Industry,Academia,Industry");

        // When:
        Batch batch = parsed("", SeenItems.NONE, row);

        // Then:
        Observation observation = batch.drafts().get(0).observation();
        assertThat(observation.getNativeId()).isEqualTo("Auriga 9B");
        assertThat(observation.getForm()).isEqualTo("table-row");
        assertThat(observation.getTier()).isEqualTo("curated");
        assertThat(observation.getPublishedAt()).isEqualTo("2026-01-15");
        assertThat(observation.getOrganizations())
                .containsExactly("Meridian Labs", "Northfield University", "Widgets Co., Ltd.");
        assertThat(text(observation, "organizationType")).isEqualTo("industry;academia;industry");
        assertThat(text(observation, "accessibility")).isEqualTo("restricted-use");
        assertThat(statement(observation, "parameters").getNumber()).isEqualTo(9e9);
        assertThat(statement(observation, "trainingCompute").getNumber()).isEqualTo(1.5e24);
        assertThat(statement(observation, "trainingCompute").getLow()).isEqualTo(1e24);
        assertThat(statement(observation, "trainingCompute").getCitation())
                .isEqualTo("https://meridian.example/auriga");
    }

    @Test
    void shouldGiveTheTypeThatIsSaidOnceToAllOrganizations() {
        // Given:
        String row = row("Vela", "Northfield University,Southfield University", "Research collective");

        // When:
        Batch batch = parsed("", SeenItems.NONE, row);

        // Then:
        assertThat(text(batch.drafts().get(0).observation(), "organizationType"))
                .isEqualTo("nonprofit;nonprofit");
    }

    @Test
    void shouldTellRowsOfOneNameApart() {
        // Given:
        String rows = row("Vela", "Meridian", "Industry") + row("Vela", "Orion", "Industry") + row("Lyra", "", "");

        // When:
        Batch batch = parsed("", SeenItems.NONE, rows);

        // Then:
        assertThat(batch.drafts().stream().map(Draft::nativeId))
                .containsExactlyInAnyOrder("Vela|Meridian", "Vela|Orion", "Lyra");
    }

    @Test
    void shouldWithdrawARowThatAWholeTableNoLongerHas() {
        // Given:
        SeenItems seen = seen(100);
        String rows = IntStream.range(1, 100)
                .mapToObj(i -> row("Model " + i, "Meridian", "Industry"))
                .collect(Collectors.joining());

        // When:
        Batch batch = parsed("{\"loaded\":true,\"day\":\"2026-02-15\"}", seen, rows);

        // Then:
        assertThat(batch.drafts().stream()
                        .filter(d -> d.observation().getState().equals("withdrawn")))
                .singleElement()
                .extracting(Draft::nativeId)
                .isEqualTo("Model 0");
        assertThat(batch.drafts().get(0).observation().getIntake()).isEqualTo("live");
    }

    @Test
    void shouldTakeNothingFromATableThatLostManyRows() {
        // Given:
        String rows = IntStream.range(0, 90)
                .mapToObj(i -> row("Model " + i, "Meridian", "Industry"))
                .collect(Collectors.joining());

        // When:
        Reading<Batch> reading =
                epoch.parse(look("{\"loaded\":true,\"day\":\"\"}", seen(100)), request(epoch), Page.of(HEADER + rows));

        // Then:
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.detail()).contains("90 rows, but had 100"));
    }

    @Test
    void shouldSayWhichColumnIsLost() {
        // Given:
        Page page = Page.of(HEADER.replace("Confidence", "Trust") + row("Vela", "Meridian", "Industry"));

        // When:
        Reading<Batch> reading = epoch.parse(look("", SeenItems.NONE), request(epoch), page);

        // Then:
        assertThat(reading).isEqualTo(new Reading.PageChanged<>("column Confidence"));
    }

    @Test
    void shouldRefuseARowWithAnAbsurdNumberAndKeepTheOthers() {
        // Given:
        String rows = row("Vela", "Meridian", "Industry").replace("9000000000", "-7")
                + row("Lyra", "Meridian", "Industry").replace("2026-01-15", "soon")
                + row("Auriga", "Meridian", "Industry");

        // When:
        Batch batch = parsed("", SeenItems.NONE, rows);

        // Then:
        assertThat(batch.drafts().stream().map(Draft::nativeId)).containsExactly("Auriga");
        assertThat(batch.rejected())
                .extracting(rejected -> rejected.getNativeId() + ": " + rejected.getReason())
                .containsExactlyInAnyOrder("Vela: wrong-type", "Lyra: bad-date");
    }

    @Test
    void shouldStateSeveralNumbersWithoutChoosingOne() {
        // Given:
        String row = row("Vela", "Meridian", "Industry").replace("15000000000000", "\"103000000,205000000\"");

        // When:
        Batch batch = parsed("", SeenItems.NONE, row);

        // Then:
        Statement size = statement(batch.drafts().get(0).observation(), "datasetSize");
        assertThat(size.getText()).isEqualTo("103000000,205000000");
        assertThat(size.getNumber()).isNull();
    }

    @Test
    void shouldRefuseATableThatIsCutInTheMiddle() {
        // Given:
        Page page = Page.of(HEADER + row("Vela", "Meridian", "Industry") + "Lyra,Meri");

        // When:
        Reading<Batch> reading = epoch.parse(look("", SeenItems.NONE), request(epoch), page);

        // Then:
        assertThat(reading).isInstanceOf(Reading.Refused.class);
    }

    @Test
    void shouldAskOnceADayOfTheClock() {
        // Given:
        Look sameDay = look("{\"loaded\":true,\"day\":\"2026-02-16\"}", SeenItems.NONE);
        Look nextDay = look("{\"loaded\":true,\"day\":\"2026-02-15\"}", SeenItems.NONE);

        // When:
        List<Optional<Request>> due = List.of(epoch.next(sameDay), epoch.next(nextDay));

        // Then:
        assertThat(due.get(0)).isEmpty();
        assertThat(due.get(1))
                .hasValueSatisfying(request -> assertThat(request.conditional()).isTrue());
    }

    private static String row(String name, String organizations, String types) {
        return "\"" + name + "\",\"" + organizations + "\",\"" + types
                + "\",Norway,2026-01-15,Language,Chat,9000000000,"
                + "15000000000000,1,1.5e+24,1e+24,2e+24,Operation counting,Confident,NVIDIA H100 SXM5 80GB,1024,720,737280,"
                + "0.38,BF16,4000000,Open weights (restricted use),Unreleased,,,,True,https://meridian.example/auriga\n";
    }

    private static Request request(Source source) {
        return Request.page(source.info().url(), Media.CSV);
    }

    private Batch parsed(String position, SeenItems seen, String rows) {
        return batch(epoch.parse(look(position, seen), request(epoch), Page.of(HEADER + rows)));
    }

    private static Batch batch(Reading<Batch> reading) {
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read<Batch>) reading).value();
    }

    private static Look look(String position, SeenItems seen) {
        return new Look(position, seen, NOW, NOW.minus(Duration.ofDays(7)), 1);
    }

    private static SeenItems seen(int rows) {
        Set<String> ids = IntStream.range(0, rows).mapToObj(i -> "Model " + i).collect(Collectors.toSet());
        return new SeenItems() {
            @Override
            public Optional<Seen> of(String nativeId) {
                return ids.contains(nativeId) ? Optional.of(Seen.newBuilder().build()) : Optional.empty();
            }

            @Override
            public Set<String> present() {
                return ids;
            }
        };
    }

    private static Statement statement(Observation observation, String field) {
        return observation.getStatements().stream()
                .filter(statement -> statement.getField().equals(field))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Observation observation, String field) {
        return statement(observation, field).getText();
    }
}
