package org.computedivide.sinks.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.computedivide.sinks.web.Listing.SortKey;

/** Collections that answer a question each: the views of the same name. */
final class Questions {

    private static final int MANY = 10_000;

    private static final SortKey YEAR = new SortKey("year", "int");
    private static final SortKey MEASURE = new SortKey("measure", "text");
    private static final SortKey DIMENSION = new SortKey("dimension", "text");
    private static final SortKey VALUE = new SortKey("value", "text");
    private static final SortKey AFFILIATION = new SortKey("affiliation", "text");

    static final List<Listing> ALL = List.of(
            of("academic_share_by_year", List.of("selection"), YEAR, new SortKey("selection", "text")),
            of("compute_by_affiliation_by_year", List.of("affiliation"), YEAR, AFFILIATION),
            of("open_weights_share_by_year", List.of(), YEAR),
            of("releases_at_least_by_year", List.of("tier"), YEAR, new SortKey("tier", "text")),
            of("disclosure_by_year", List.of("affiliation"), YEAR, AFFILIATION),
            of("frontier_records", List.of(), new SortKey("day", "date"), new SortKey("family_id", "text")),
            of("growth_of_compute", List.of("selection"), new SortKey("selection", "text")),
            of(
                    "academic_share_of_records_by_year",
                    List.of("selection", "affiliation"),
                    YEAR,
                    new SortKey("selection", "text"),
                    AFFILIATION),
            of("divide_ratio_by_year", List.of("measure"), YEAR, MEASURE),
            of(
                    "concentration_of_compute_by_year",
                    List.of("measure", "way"),
                    YEAR,
                    MEASURE,
                    new SortKey("way", "text")),
            of("cost_energy_carbon_by_year", List.of("measure", "dimension", "value"), YEAR, MEASURE, DIMENSION, VALUE),
            of("lines_in_law_by_year", List.of("dimension", "line"), YEAR, DIMENSION, new SortKey("line", "text")),
            of("openness_of_code_by_year", List.of("measure", "dimension", "value"), YEAR, MEASURE, DIMENSION, VALUE),
            of("models_built_on_by_year", List.of("affiliation"), YEAR, AFFILIATION, new SortKey("base_maker", "text")),
            of("months_behind", List.of("who"), new SortKey("who", "text")),
            of("first_passed", List.of("who", "tier"), new SortKey("who", "text"), new SortKey("tier", "text")),
            of("next_thresholds", List.of(), new SortKey("threshold", "text")),
            of("calibration", List.of("method"), new SortKey("method", "text"), new SortKey("confidence", "text")),
            of(
                    "disclosed_later",
                    List.of("method"),
                    new SortKey("disclosed_at", "timestamptz"),
                    new SortKey("family_id", "text"),
                    new SortKey("variant_id", "text"),
                    new SortKey("method", "text")));

    private Questions() {}

    private static Listing of(String view, List<String> filters, SortKey... order) {
        Map<String, Filter> byName =
                filters.stream().collect(java.util.stream.Collectors.toMap(name -> name, Filter::equal));
        return new Listing(
                view.replace('_', '-'), view + ".*", view, Stream.of(order).toList(), false, byName, MANY);
    }
}
