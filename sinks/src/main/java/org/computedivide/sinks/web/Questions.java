package org.computedivide.sinks.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.computedivide.sinks.web.Listing.SortKey;

/** Collections that answer a question each: the views of the same name. */
final class Questions {

    private static final int MANY = 10_000;

    private static final SortKey YEAR = new SortKey("year", "int");
    private static final SortKey AFFILIATION = new SortKey("affiliation", "text");

    static final List<Listing> ALL = List.of(
            of("academic_share_by_year", List.of("selection"), YEAR, new SortKey("selection", "text")),
            of("compute_by_affiliation_by_year", List.of("affiliation"), YEAR, AFFILIATION),
            of("open_weights_share_by_year", List.of(), YEAR),
            of("releases_at_least_by_year", List.of("tier"), YEAR, new SortKey("tier", "text")),
            of("disclosure_by_year", List.of("affiliation"), YEAR, AFFILIATION),
            of("frontier_records", List.of(), new SortKey("day", "date"), new SortKey("family_id", "text")),
            of("growth_of_compute", List.of("selection"), new SortKey("selection", "text")));

    private Questions() {}

    private static Listing of(String view, List<String> filters, SortKey... order) {
        Map<String, Filter> byName =
                filters.stream().collect(java.util.stream.Collectors.toMap(name -> name, Filter::equal));
        return new Listing(
                view.replace('_', '-'), view + ".*", view, Stream.of(order).toList(), false, byName, MANY);
    }
}
