package org.computedivide.sinks.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.computedivide.avro.Compute;
import org.computedivide.avro.Release;
import org.computedivide.sinks.Samples;
import org.computedivide.sinks.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Notebooks that read Epoch AI's table find the columns they know. */
class EpochNamesTest {

    /** Header of the models table of Data on AI Models, 2026. */
    private static final String HEADER = """
            Model,Organization,Organization categorization,Country (of organization),Publication date,Domain,Task,Parameters,\
            Training dataset size (total),Epochs,Training compute (FLOP),Training compute lower bound,Training compute upper bound,\
            Training compute estimation method,Confidence,Training hardware,Hardware quantity,Training time (hours),\
            Training chip-hours,Hardware utilization (MFU),Numerical format,Training power draw (W),\
            Training compute cost (2023 USD),Model accessibility,Training code accessibility,Open model weights?,Base model,\
            Finetune compute (FLOP),Frontier model,Notable,Link,Citations""";

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
        Compute imputed = Compute.newBuilder(Samples.compute(1e25))
                .setMethod("imputed")
                .setImputed(true)
                .build();
        tables.releases(Map.of(
                "one-00000001",
                Samples.release("one-00000001", "One"),
                "two-00000002",
                Release.newBuilder(Samples.release("two-00000002", "Two"))
                        .setVariants(List.of(Samples.variant("", "Two", imputed)))
                        .setFlags(List.of("notable"))
                        .build()));
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
        postgres.close();
    }

    @Test
    void shouldHaveItsColumnsInItsOrder() {
        // When:
        List<String> columns = database.jdbi()
                .withHandle(handle -> handle.createQuery("select attname from pg_attribute"
                                + " where attrelid = 'epoch_models'::regclass and attnum > 0 order by attnum")
                        .mapTo(String.class)
                        .list());

        // Then:
        assertThat(columns).containsExactly(HEADER.split(","));
    }

    @Test
    void shouldSpeakItsWords() {
        // When:
        Map<String, Object> row = row("One 37B");

        // Then:
        assertThat(row)
                .containsEntry("organization categorization", "Industry")
                .containsEntry("country (of organization)", "China")
                .containsEntry("training compute (flop)", 3.3e24)
                .containsEntry("training compute estimation method", "Operation counting")
                .containsEntry("confidence", "Confident")
                .containsEntry("model accessibility", "Open weights (unrestricted)")
                .containsEntry("open model weights?", "Yes")
                .containsEntry("domain", "Language");
    }

    @Test
    void shouldLeaveOutWhatIsImputed() {
        // When:
        Map<String, Object> row = row("Two");

        // Then:
        assertThat(row)
                .containsEntry("training compute (flop)", null)
                .containsEntry("confidence", "Unknown")
                .containsEntry("notable", "True");
    }

    private static Map<String, Object> row(String model) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select * from epoch_models where \"Model\" = :model")
                        .bind("model", model)
                        .mapToMap()
                        .one());
    }
}
