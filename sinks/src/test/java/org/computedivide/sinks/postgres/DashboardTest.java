package org.computedivide.sinks.postgres;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.computedivide.sinks.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Grafana cannot run in a test, but what its dashboard asks of the tables can. */
class DashboardTest {

    private static final Path DASHBOARD = Path.of("..", "docker", "grafana", "dashboards", "compute-divide.json");

    @SuppressWarnings("NullAway.Init")
    private static TestPostgres postgres;

    @SuppressWarnings("NullAway.Init")
    private static Database database;

    @BeforeAll
    static void migrate() throws Exception {
        postgres = TestPostgres.start();
        database = new Database(postgres.freshDatabase());
        database.migrate();
        database.jdbi().useHandle(handle -> {
            handle.execute("insert into sources values ('a', 'A', '', 'failing', '', null, null, null, 0, 1, 0, null)");
            handle.execute("insert into tallies values ('k', 'computeShare', 'withCompute', 'affiliation', 'industry',"
                    + " 'year:2024', '2024-01-01', '2024-12-31', '2024-12-31', 0.9, 0.8, 0.95, false, 'fraction', 3, 0, 0, 0,"
                    + " false, '0')");
        });
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
        postgres.close();
    }

    static Stream<Arguments> panels() throws IOException {
        JsonNode panels = new JsonMapper().readTree(DASHBOARD.toFile()).get("panels");
        return StreamSupport.stream(panels.spliterator(), false)
                .map(panel -> Arguments.of(
                        panel.get("title").asText(),
                        panel.get("targets").get(0).get("rawSql").asText()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("panels")
    void shouldAskWhatTheTablesCanAnswer(String title, String sql) {
        // Given:
        String asked =
                sql.replaceAll("\\$__timeFilter\\((.*)\\)( order|$)", "$1 between '2010-01-01' and '2030-01-01'$2");

        // When: // Then:
        assertThatCode(() -> database.jdbi()
                        .useHandle(handle -> handle.createQuery(asked.replace(":", "\\:"))
                                .mapToMap()
                                .list()))
                .doesNotThrowAnyException();
    }
}
