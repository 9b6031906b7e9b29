package org.computedivide.sinks.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A collection of the JSON interface: rows of one table or view, in a fixed order, page by page.
 *
 * @param name the last part of its address
 * @param columns what is shown of a row
 * @param from table or view
 * @param order what it is sorted by, all in one direction; the last one is unique
 * @param newestFirst the direction
 * @param filters parameters that narrow it, by name
 * @param most the largest page; also the page when no limit is given and it is smaller than {@link #PAGE}
 */
record Listing(
        String name,
        String columns,
        String from,
        List<SortKey> order,
        boolean newestFirst,
        Map<String, Filter> filters,
        int most) {

    static final int PAGE = 50;

    Listing {
        order = List.copyOf(order);
        filters = Map.copyOf(filters);
    }

    /**
     * One sort key.
     *
     * @param expression SQL, never null
     * @param type its SQL type
     */
    record SortKey(String expression, String type) {}

    /** The columns, without rows. */
    String shape() {
        return "select " + columns + " from " + from + " where false";
    }

    /** Names of all parameters that it understands, sorted. */
    List<String> parameters() {
        return Stream.concat(filters.keySet().stream(), Stream.of("limit", "after"))
                .sorted()
                .toList();
    }

    /** Reads one page: the row as JSON and where the next page would start after it. */
    String sql(List<String> given, boolean after) {
        var conditions = given.stream()
                .map(name -> "(" + filter(name).condition(name) + ")")
                .collect(Collectors.toCollection(ArrayList::new));
        if (after) {
            conditions.add("(" + keys() + ") " + (newestFirst ? "<" : ">") + " (" + bounds() + ")");
        }
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return "select (select row_to_json(shown) from (select " + columns + ") as shown)::text as row, concat_ws('~', "
                + texts() + ") as place from " + from + where + " order by " + sorting() + " limit :limit";
    }

    Filter filter(String name) {
        Filter filter = filters.get(name);
        if (filter == null) {
            throw new IllegalArgumentException(name);
        }
        return filter;
    }

    private String keys() {
        return order.stream().map(SortKey::expression).collect(Collectors.joining(", "));
    }

    private String texts() {
        return order.stream().map(key -> "(" + key.expression() + ")::text").collect(Collectors.joining(", "));
    }

    private String bounds() {
        return IntStream.range(0, order.size())
                .mapToObj(i -> "cast(:after" + i + " as " + order.get(i).type() + ")")
                .collect(Collectors.joining(", "));
    }

    private String sorting() {
        String direction = newestFirst ? " desc" : " asc";
        return order.stream().map(key -> key.expression() + direction).collect(Collectors.joining(", "));
    }
}
