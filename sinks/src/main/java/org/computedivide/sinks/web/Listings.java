package org.computedivide.sinks.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.computedivide.sinks.web.Listing.SortKey;

/** Every collection of the JSON interface. */
final class Listings {

    private static final int MANY = 10_000;
    private static final int SOME = 200;

    private static final Filter AFFILIATION = Filter.oneOf(
            "affiliation", "academia", "industry", "collaboration", "government", "nonprofit", "mixed", "unknown");
    private static final Filter WEIGHTS = Filter.oneOf(
            "weights", "unrestricted", "restricted-use", "non-commercial", "api", "hosted", "unreleased", "unknown");

    static final Listing RELEASES = new Listing(
            "releases",
            """
            family_id, name, state, published_at, published_day, first_observed_at, changed_at, organizations,
            organization_types, affiliation, countries, weights, license, license_class, domains, compute, compute_low,
            compute_high, compute_method, compute_confidence, compute_imputed, compute_disagree, parameters,
            parameters_low, parameters_high, cost, cost_low, cost_high, derivatives, fresh, flags, claim""",
            "releases",
            List.of(
                    new SortKey("first_observed_at", "timestamptz"),
                    new SortKey("coalesce(published_day, date '0001-01-01')", "date"),
                    new SortKey("family_id", "text")),
            true,
            Map.of(
                    "affiliation", AFFILIATION,
                    "weights", WEIGHTS,
                    "country", Filter.element("countries"),
                    "domain", Filter.element("domains"),
                    "q", Filter.contains("name || ' ' || array_to_string(organizations, ' ')")),
            SOME);

    static final Listing TALLIES = new Listing(
            "tallies",
            "tallies.*",
            "tallies",
            List.of(new SortKey("key", "text")),
            false,
            Map.of(
                    "measure", Filter.equal("measure"),
                    "selection", Filter.equal("selection"),
                    "dimension", Filter.equal("dimension"),
                    "value", Filter.equal("value"),
                    "window", Filter.equal("time_window")),
            MANY);

    static final Listing TRENDS = new Listing(
            "trends",
            "trends.*",
            "trends",
            List.of(new SortKey("key", "text")),
            false,
            Map.of("trend", Filter.equal("trend"), "selection", Filter.equal("selection")),
            SOME);

    static final Listing ALERTS = new Listing(
            "alerts",
            "alerts.*",
            "alerts",
            List.of(new SortKey("observed_at", "timestamptz"), new SortKey("id", "text")),
            true,
            Map.of(
                    "rule", Filter.equal("rule"),
                    "state", Filter.oneOf("state", "fired", "amended", "withdrawn"),
                    "family", Filter.equal("family_id")),
            SOME);

    static final Listing CORRECTIONS = new Listing(
            "corrections",
            "corrections.*",
            "corrections",
            List.of(new SortKey("observed_at", "timestamptz"), new SortKey("id", "text")),
            true,
            Map.of("family", Filter.equal("family_id")),
            SOME);

    static final Listing DIGESTS = new Listing(
            "digests",
            "week, from_day, to_day, made_at, jsonb_array_length(entries) as entries, older_finds, derivatives, jsonb_array_length(corrections) as corrections, observations, methods_version",
            "digests",
            List.of(new SortKey("week", "text")),
            true,
            Map.of(),
            SOME);

    static final Listing SOURCES = new Listing(
            "sources",
            "sources.*",
            "sources",
            List.of(new SortKey("source", "text")),
            false,
            Map.of("state", Filter.equal("state")),
            SOME);

    static final Listing COMPUTE = new Listing(
            "compute",
            "compute_over_time.*",
            "compute_over_time",
            List.of(new SortKey("day", "date"), new SortKey("family_id", "text"), new SortKey("variant_id", "text")),
            false,
            Map.of("affiliation", AFFILIATION, "weights", WEIGHTS),
            MANY);

    static final Listing LITERATURE = new Listing(
            "literature",
            "literature.*",
            "literature",
            List.of(new SortKey("place", "bigint"), new SortKey("id", "text")),
            false,
            Map.of("standing", Filter.equal("standing")),
            SOME);

    static final List<Listing> ALL = Stream.concat(
                    Stream.of(RELEASES, TALLIES, TRENDS, ALERTS, CORRECTIONS, DIGESTS, SOURCES, COMPUTE, LITERATURE),
                    Questions.ALL.stream())
            .toList();

    private Listings() {}
}
