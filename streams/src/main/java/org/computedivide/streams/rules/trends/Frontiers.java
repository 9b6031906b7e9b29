package org.computedivide.streams.rules.trends;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.computedivide.avro.Trend;
import org.computedivide.streams.rules.Methods;
import org.computedivide.streams.rules.draws.Percentiles;
import org.computedivide.streams.rules.tallies.Tiers;
import org.computedivide.streams.rules.trends.Group.Behind;

/**
 * The largest training run of each group, how many months a group's is behind another's, and when each first passed the
 * compute tiers. Every number is found anew in every set of drawn computes.
 */
final class Frontiers {

    private static final int MONTHS = 12;
    private static final double MOST_MISSING = 0.05;
    private static final String COMPUTE_LAG =
            "Of compute, not of what models can do, and of those who disclose: it only grows while nobody discloses more.";
    private static final String LEADS = "The group holds the record of both.";
    private static final String MAY_NOT = "In some draws it has not been passed, so there is no upper end.";

    private final Points points;
    private final LocalDate day;
    private final double today;
    private final int samples;
    private final Map<Group, int[]> members = new LinkedHashMap<>();
    private final Map<String, double[]> drawn = new LinkedHashMap<>();

    /** @param samples how many sets of drawn computes there will be */
    Frontiers(Points points, LocalDate day, int samples) {
        this.points = points;
        this.day = day;
        this.today = DecimalDate.of(day.toEpochDay());
        this.samples = samples;
        for (Group group : Group.ALL) {
            members.put(
                    group, points.where(i -> group.holds().test(points.get(i).release())));
        }
    }

    /** Takes the j-th set of computes. */
    void sample(int j, double[] compute) {
        Map<Group, Records> records = records(compute);
        records.forEach((group, of) -> {
            put(frontier(group), j, of.largest());
            for (Tiers.Tier tier : Tiers.ALL) {
                OptionalInt first = of.first(tier.line());
                put(passed(group, tier), j, first.isPresent() ? points.x(first.getAsInt()) : Double.NaN);
            }
        });
        for (Behind lag : Group.LAGS) {
            Records group = records.get(lag.group());
            Records reference = records.get(lag.reference());
            if (group != null && reference != null) {
                put("lag|" + lag.name(), j, months(reference.first(group.largest())));
            }
        }
    }

    private void put(String row, int j, double value) {
        drawn.computeIfAbsent(row, key -> new double[samples])[j] = value;
    }

    private Map<Group, Records> records(double[] compute) {
        var records = new LinkedHashMap<Group, Records>();
        members.forEach((group, places) -> {
            var of = new Records(places, compute);
            if (!of.isEmpty()) {
                records.put(group, of);
            }
        });
        return records;
    }

    /** A group that no other has reached is not behind. */
    private double months(OptionalInt reached) {
        return reached.isPresent() ? MONTHS * (today - points.x(reached.getAsInt())) : 0;
    }

    /** Every row, of the computes as they stand. */
    List<Trend> all() {
        var rows = new ArrayList<Trend>();
        Map<Group, Records> records = records(points.stated());
        records.forEach((group, of) -> {
            rows.add(frontier(group, of));
            for (Tiers.Tier tier : Tiers.ALL) {
                of.first(tier.line()).ifPresent(first -> rows.add(passed(group, tier, first)));
            }
        });
        for (Behind lag : Group.LAGS) {
            Records group = records.get(lag.group());
            Records reference = records.get(lag.reference());
            if (group != null && reference != null) {
                rows.add(lag(lag, group, reference));
            }
        }
        return rows;
    }

    private Trend frontier(Group group, Records of) {
        Dated holder = points.get(of.holder());
        return with(row(frontier(group), of.largest(), "FLOP"), holder)
                .setN(members.getOrDefault(group, new int[0]).length)
                .build();
    }

    private Trend passed(Group group, Tiers.Tier tier, int first) {
        return with(row(passed(group, tier), points.x(first), "decimal year"), points.get(first))
                .setN(1)
                .build();
    }

    private Trend lag(Behind lag, Records group, Records reference) {
        OptionalInt reached = reference.first(group.largest());
        Dated holder = points.get(group.holder());
        Trend.Builder row = with(row("lag|" + lag.name(), months(reached), "months"), holder)
                .setN(members.getOrDefault(lag.group(), new int[0]).length)
                .setTo(day.toString())
                .setCaveat(reached.isPresent() ? COMPUTE_LAG : LEADS);
        reached.ifPresent(place -> row.setFrom(
                        LocalDate.ofEpochDay(points.get(place).day()).toString())
                .setSubjects(List.of(holder.familyId(), points.get(place).familyId())));
        return row.build();
    }

    private static String frontier(Group group) {
        return "frontier|" + group.name();
    }

    private static String passed(Group group, Tiers.Tier tier) {
        return "first-passed|" + group.name() + tier.name();
    }

    private static Trend.Builder with(Trend.Builder row, Dated subject) {
        String on = LocalDate.ofEpochDay(subject.day()).toString();
        return row.setFrom(on).setTo(on).setSubjects(List.of(subject.familyId()));
    }

    private Trend.Builder row(String key, double number, String unit) {
        double[] found = Arrays.stream(drawn.getOrDefault(key, new double[0]))
                .filter(value -> !Double.isNaN(value))
                .toArray();
        Trend.Builder row = Trend.newBuilder()
                .setTrend(key.substring(0, key.indexOf('|')))
                .setSelection(key.substring(key.indexOf('|') + 1))
                .setNumber(number)
                .setUnit(unit)
                .setDay(day.toString())
                .setMethodsVersion(Methods.version());
        if (found.length > 0) {
            boolean missing = found.length < samples * (1 - MOST_MISSING);
            Percentiles interval = Percentiles.of(found);
            row.setLow(interval.low())
                    .setHigh(missing ? null : (Double) interval.high())
                    .setCaveat(missing ? MAY_NOT : "");
        }
        return row;
    }
}
