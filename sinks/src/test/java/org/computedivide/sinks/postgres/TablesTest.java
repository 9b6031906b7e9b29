package org.computedivide.sinks.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.sinks.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The migrations and the mapping say the same, and the database explains itself. */
class TablesTest {

    @SuppressWarnings("NullAway.Init")
    private static TestPostgres postgres;

    @SuppressWarnings("NullAway.Init")
    private static Database database;

    @BeforeAll
    static void migrate() throws Exception {
        postgres = TestPostgres.start();
        database = new Database(postgres.freshDatabase());
        database.migrate();
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
        postgres.close();
    }

    static Stream<Table<?>> tables() {
        return Feeds.all(TopicSerdes.embedded()).stream().flatMap(feed -> feed.tables().stream());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void shouldFillEveryColumnOfItsTable(Table<?> table) {
        // Given:
        List<String> mapped = table.columns().stream()
                .map(column -> column.name() + " " + column.type().cast())
                .toList();

        // When:
        List<String> migrated = query(
                "select a.attname || ' ' || format_type(a.atttypid, a.atttypmod) from pg_attribute a where a.attrelid = '"
                        + table.name() + "'::regclass and a.attnum > 0 and a.attgenerated = '' order by a.attnum");

        // Then:
        assertThat(mapped.stream().map(TablesTest::longName).toList()).isEqualTo(migrated);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void shouldHaveThePrimaryKeyOfItsMapping(Table<?> table) {
        // When:
        List<String> key = query(
                "select a.attname from pg_index i cross join unnest(i.indkey) with ordinality k(number, place) join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number where i.indisprimary and i.indrelid = '"
                        + table.name() + "'::regclass order by k.place");

        // Then:
        assertThat(key).isEqualTo(table.primaryKey());
    }

    @Test
    void shouldCommentEveryTableViewAndColumn() {
        // When:
        List<String> silent = query("""
                select c.relname || coalesce('.' || a.attname, '')
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                where n.nspname = current_schema() and c.relkind in ('r', 'v')
                  and c.relname not like 'flyway%'
                  and (coalesce(col_description(c.oid, a.attnum), '') = '' or coalesce(obj_description(c.oid), '') = '')
                """);

        // Then:
        assertThat(silent).isEmpty();
    }

    @Test
    void shouldNameTheUnitOfEveryMeasuredColumn() {
        // When:
        List<String> withoutUnit = query("""
                select c.relname || '.' || a.attname || ': ' || col_description(c.oid, a.attnum)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                where n.nspname = current_schema() and c.relkind in ('r', 'v')
                  and a.attname ~ '^(compute|cost|energy|carbon|slope|doubling)' and a.atttypid = 'float8'::regtype
                  and col_description(c.oid, a.attnum) !~ 'FLOP|USD|kWh|CO2e|decades|months'
                """);

        // Then:
        assertThat(withoutUnit).isEmpty();
    }

    private static String longName(String column) {
        return column.replace(" timestamptz", " timestamp with time zone");
    }

    private static List<String> query(String sql) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
