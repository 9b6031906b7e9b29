package org.computedivide.monitor.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSetMetaData;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.settings.Nearest;
import org.jdbi.v3.core.Handle;

/** A table or view of the database, read row by row: however large it is, it need not fit into memory. */
public final class DatabaseTable {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int ROWS_AT_ONCE = 500;

    private final Handle handle;
    private final String name;
    private final List<Field> fields;

    /**
     * A column.
     *
     * @param type the database's short name of its type, for example {@code float8}; of a list it begins with _
     */
    public record Field(String name, String type) {}

    private DatabaseTable(Handle handle, String name) {
        this.handle = handle;
        this.name = name;
        this.fields = fields(handle, name);
    }

    /**
     * Finds a table.
     *
     * @param handle in a transaction, because only in one does the driver fetch piece by piece
     * @throws CannotRun when there is none of this name; the sentence names the nearest
     */
    public static DatabaseTable named(Handle handle, String wanted) {
        List<String> tables = handle.createQuery("select table_name from information_schema.tables"
                        + " where table_schema = current_schema() order by 1")
                .mapTo(String.class)
                .list();
        if (tables.contains(wanted)) {
            return new DatabaseTable(handle, wanted);
        }
        throw new CannotRun("there is no table %s%s"
                .formatted(
                        wanted,
                        Nearest.to(wanted, tables)
                                .map(nearest -> "; did you mean " + nearest + "?")
                                .orElse("; there are " + String.join(", ", tables))));
    }

    public List<Field> fields() {
        return fields;
    }

    /** Shows every row in the order of the primary key, or of the first column of a view; until told false. */
    public void read(Predicate<ObjectNode> each) {
        String rows = "select row_to_json(t)::text from " + name + " t order by " + order();
        try (Stream<String> found = handle.createQuery(rows).setFetchSize(ROWS_AT_ONCE).mapTo(String.class).stream()) {
            for (String row : (Iterable<String>) found::iterator) {
                if (!each.test(parsed(row))) {
                    return;
                }
            }
        }
    }

    /** A view has no key: by all columns that can be compared, so that the same rows come in the same order. */
    private String order() {
        List<String> key =
                handle.createQuery("""
                        select a.attname from pg_index i
                        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
                        where i.indrelid = cast(:table as regclass) and i.indisprimary
                        order by array_position(i.indkey::int2[], a.attnum)
                        """).bind("table", name).mapTo(String.class).list();
        Stream<String> columns = key.isEmpty()
                ? fields.stream()
                        .filter(field -> !field.type().startsWith("json"))
                        .map(Field::name)
                : key.stream();
        return String.join(", ", columns.map(column -> '"' + column + '"').toList());
    }

    private static List<Field> fields(Handle handle, String name) {
        return handle.createQuery("select * from " + name + " where false").execute((statement, context) -> {
            ResultSetMetaData columns = statement.get().getMetaData();
            var fields = new ArrayList<Field>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                fields.add(new Field(columns.getColumnName(i), columns.getColumnTypeName(i)));
            }
            return List.copyOf(fields);
        });
    }

    private static ObjectNode parsed(String json) {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL wrote no JSON", e);
        }
    }
}
