package org.computedivide.monitor.replay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.computedivide.avro.Tally;
import org.computedivide.avro.Trend;

/**
 * The rows of tallies and trends laid out as the reference figures of the literature are: every number is one that a
 * row carries, or for n and running totals a sum of such.
 */
public final class Figures {

    private static final String YEAR = "year:";
    private static final String WEEK = "week:";
    private static final String UNKNOWN = "unknown";
    private static final int TOP = 3;

    private static final Map<String, String> SELECTIONS = selections();
    private static final Map<String, String> RULES = Map.of("set", "affiliation", "orgShare30", "affiliationByShare");
    private static final List<String> SHARES = List.of(
            "all",
            "allWithCompute",
            "notable",
            "notableWithCompute",
            "atLeast1e23",
            "top10PerYear",
            "runningTop5",
            "runningTop10",
            "runningTop20",
            "runningTop50");
    private static final List<String> DOUBLING = List.of(
            "notableFrom2010",
            "notableBefore2010",
            "allNotable",
            "allWithComputeFrom2010",
            "runningTop1_2012_2017",
            "runningTop3_2012_2017",
            "notable_2012_2017",
            "runningTop10From2010",
            "runningTop10From2018",
            "runningTop5From2018",
            "runningTop1From2010",
            "notable_2010_2022");

    private final NavigableMap<String, Tally> tallies;
    private final Map<String, Trend> trends;

    /**
     * @param tallies by key
     * @param trends by key
     */
    public Figures(Map<String, Tally> tallies, Map<String, Trend> trends) {
        this.tallies = new TreeMap<>(tallies);
        this.trends = trends;
    }

    /** Selections as the figures and as the rows call them. */
    private static Map<String, String> selections() {
        var names = new LinkedHashMap<String, String>();
        names.put("all", "all");
        names.put("allWithCompute", "withCompute");
        for (String same : List.of("notable", "notableWithCompute", "atLeast1e23", "top10PerYear")) {
            names.put(same, same);
        }
        for (int k : new int[] {1, 3, 5, 10, 20, 50}) {
            names.put("runningTop" + k, "runningTop" + k);
        }
        return names;
    }

    /** All of them. */
    public ObjectNode all() {
        ObjectNode all = object();
        long dated = count("all", "all");
        long undated = count("all", "undated");
        all.put("rows", dated + undated);
        all.put("rowsWithoutDate", undated);
        all.put("rowsWithCompute", count("withCompute", "all") + count("withCompute", "undated"));
        all.put("rowsWithComputeAndDate", count("withCompute", "all"));
        all.put("notableRows", count("notable", "all") + count("notable", "undated"));
        all.put("notableWithComputeAndDate", count("notableWithCompute", "all"));
        ObjectNode sizes = all.putObject("selectionSizes");
        SELECTIONS.forEach((name, selection) -> sizes.put(name, count(selection, "all")));
        ObjectNode shares = all.putObject("affiliationSharesByYear");
        SHARES.forEach(name -> RULES.forEach((rule, dimension) -> shares.withObjectProperty(name)
                .set(rule, affiliationShares(SELECTIONS.getOrDefault(name, name), dimension))));
        doubling(all.putObject("doubling"));
        ObjectNode thresholds = all.putObject("thresholdCounts");
        for (String line : List.of("1e23", "1e24", "1e25", "1e26")) {
            thresholds.set(line, threshold("≥" + line));
        }
        RULES.forEach((rule, dimension) ->
                all.withObjectProperty("computeShareByAffiliation").set(rule, computeShares(dimension)));
        for (String way : List.of("equalSplit", "firstOrganization")) {
            all.withObjectProperty("organizationHhiByYear").set(way, concentration(way));
        }
        all.set("medianComputeRatioIndustryToAcademia", medianRatio());
        all.set("openWeightsShareByAffiliation", openWeights());
        growth(all.putObject("alexNetToAlphaGoZero"));
        all.set("weeklyCountsFrom2023W01", weeks());
        return all;
    }

    private ObjectNode affiliationShares(String selection, String dimension) {
        ObjectNode years = object();
        windows("releases|" + selection + "|total=all", YEAR).forEach((year, total) -> {
            ObjectNode node = years.putObject(year);
            Map<String, Tally> classes = values("releases", selection, dimension, YEAR + year);
            long unknown = Optional.ofNullable(classes.get(UNKNOWN))
                    .map(Tally::getMembers)
                    .orElse(0L);
            node.put("n", total.getMembers());
            node.put("nKnown", total.getMembers() - unknown);
            ObjectNode counts = node.putObject("count");
            classes.forEach((value, row) -> counts.put(value, row.getMembers()));
            ObjectNode shares = node.putObject("share");
            values("releaseShare", selection, dimension, YEAR + year)
                    .forEach((value, row) -> shares.put(value, row.getNumber()));
        });
        return years;
    }

    private void doubling(ObjectNode all) {
        for (String name : DOUBLING) {
            Trend trend = trends.get("doubling-time|" + name);
            if (trend != null) {
                ObjectNode node = all.putObject(name.equals("notable_2010_2022") ? "notable2010_2022" : name);
                node.put("n", trend.getN());
                node.put("slope", trend.getSlope());
                node.put("intercept", trend.getIntercept());
                node.put("r2", trend.getR2());
                node.put("slopeStdErr", trend.getSlopeStdErr());
                node.put("growthPerYear", trend.getGrowthPerYear());
                node.put("doublingMonths", trend.getDoublingMonths());
            }
        }
    }

    private ObjectNode threshold(String tier) {
        ObjectNode node = object();
        NavigableMap<String, Tally> byYear = windows("releases|all|tier=" + tier, YEAR);
        ObjectNode counts = node.putObject("byYear");
        byYear.forEach((year, row) -> counts.put(year, row.getMembers()));
        ObjectNode cumulative = node.putObject("cumulative");
        long sum = 0;
        if (!byYear.isEmpty()) {
            int last = Integer.parseInt(byYear.lastKey());
            for (int year = Integer.parseInt(byYear.firstKey()); year <= last; year++) {
                Tally row = byYear.get(Integer.toString(year));
                sum += row == null ? 0 : row.getMembers();
                cumulative.put(Integer.toString(year), sum);
            }
        }
        long dated = members("releases|all|tier=" + tier + "|all");
        node.put("totalWithDate", dated);
        node.put("totalIncludingUndated", dated + members("releases|all|tier=" + tier + "|undated"));
        return node;
    }

    private ObjectNode computeShares(String dimension) {
        ObjectNode years = object();
        windows("compute|withCompute|total=all", YEAR).forEach((year, total) -> {
            ObjectNode node = years.putObject(year);
            node.put("totalFlop", total.getNumber());
            ObjectNode shares = node.putObject("share");
            values("computeShare", "withCompute", dimension, YEAR + year)
                    .forEach((value, row) -> shares.put(value, row.getNumber()));
        });
        return years;
    }

    private ObjectNode concentration(String way) {
        String dimension = way.equals("equalSplit") ? "organization" : "firstOrganization";
        ObjectNode years = object();
        windows("hhi|withCompute|concentration=" + way, YEAR).forEach((year, index) -> {
            ObjectNode node = years.putObject(year);
            node.put("hhi", index.getNumber());
            node.put("organizations", (long)
                    number("organizations|withCompute|concentration=" + way + "|" + YEAR + year));
            var top = node.putArray("top3");
            new ArrayList<>(values("computeShare", "withCompute", dimension, YEAR + year)
                            .values())
                    .stream()
                            .sorted(Comparator.comparingDouble(Tally::getNumber)
                                    .reversed()
                                    .thenComparing(Tally::getValue))
                            .limit(TOP)
                            .forEach(row -> top.addArray().add(row.getValue()).add(row.getNumber()));
        });
        return years;
    }

    private ObjectNode medianRatio() {
        ObjectNode years = object();
        windows("divideRatio|withCompute|total=all", YEAR).forEach((year, ratio) -> {
            ObjectNode node = years.putObject(year);
            for (String type : List.of("Industry", "Academia")) {
                String key = "medianCompute|withCompute|affiliation=" + type.toLowerCase(java.util.Locale.ROOT) + "|"
                        + YEAR + year;
                node.put("n" + type, members(key));
                node.put("median" + type, number(key));
            }
            node.put("ratio", ratio.getNumber());
        });
        return years;
    }

    private ObjectNode openWeights() {
        ObjectNode years = object();
        windows("openWeightsShare|all|total=all", YEAR).forEach((year, any) -> {
            ObjectNode node = years.putObject(year);
            values("openWeightsShare", "all", "affiliation", YEAR + year).forEach((value, row) -> {
                long all = members("releases|all|affiliation=" + value + "|" + YEAR + year);
                long silent = members("releases|all|affiliation×openness=" + value + "×unknown|" + YEAR + year);
                open(node.putObject(value), row, all - silent);
            });
            open(node.putObject("any"), any, any.getMembers() + any.getNonMembers());
        });
        return years;
    }

    private static void open(ObjectNode node, Tally row, long n) {
        node.put("open", row.getMembers());
        node.put("n", n);
        node.put("share", row.getNumber());
    }

    private void growth(ObjectNode node) {
        node.put("alexNet", trend("landmark|alexnet"));
        node.put("alphaGoZero", trend("landmark|alphago-zero"));
        node.put("ratio", trend("growth|alexnet→alphago-zero"));
    }

    private double trend(String key) {
        return Optional.ofNullable(trends.get(key)).map(Trend::getNumber).orElse(Double.NaN);
    }

    private ObjectNode weeks() {
        ObjectNode weeks = object();
        windows("releases|all|total=all", WEEK)
                .tailMap("2023-W01", true)
                .forEach((week, row) -> weeks.putObject(week)
                        .put("models", row.getMembers())
                        .put("withCompute", members("releases|withCompute|total=all|" + WEEK + week)));
        return weeks;
    }

    /** The rows of a measure by window, without the kind of window. */
    private NavigableMap<String, Tally> windows(String row, String kind) {
        var windows = new TreeMap<String, Tally>();
        String prefix = row + "|" + kind;
        tallies.subMap(prefix, prefix + Character.MAX_VALUE)
                .forEach((key, tally) -> windows.put(key.substring(prefix.length()), tally));
        return windows;
    }

    private NavigableMap<String, Tally> values(String measure, String selection, String dimension, String window) {
        var values = new TreeMap<String, Tally>();
        String prefix = measure + "|" + selection + "|" + dimension + "=";
        tallies.subMap(prefix, prefix + Character.MAX_VALUE).forEach((key, tally) -> {
            if (tally.getWindow().equals(window)) {
                values.put(tally.getValue(), tally);
            }
        });
        return values;
    }

    private long count(String selection, String window) {
        return members("releases|" + selection + "|total=all|" + window);
    }

    private long members(String key) {
        return Optional.ofNullable(tallies.get(key)).map(Tally::getMembers).orElse(0L);
    }

    private double number(String key) {
        return Optional.ofNullable(tallies.get(key)).map(Tally::getNumber).orElse(Double.NaN);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
