package org.computedivide.sinks.postgres;

import static org.computedivide.sinks.postgres.Column.day;
import static org.computedivide.sinks.postgres.Column.flag;
import static org.computedivide.sinks.postgres.Column.number;
import static org.computedivide.sinks.postgres.Column.text;
import static org.computedivide.sinks.postgres.Column.texts;
import static org.computedivide.sinks.postgres.Column.whole;

import java.util.List;
import org.computedivide.avro.Tally;
import org.computedivide.avro.Trend;

/** {@code tallies} and {@code trends}, each from the topic of its name. */
final class TallyTables {

    static final Table<Tally> TALLIES = new Table<>("tallies", "key", List.of("key"), tallyColumns(), t -> 1);

    static final Table<Trend> TRENDS = new Table<>("trends", "key", List.of("key"), trendColumns(), t -> 1);

    private TallyTables() {}

    private static List<Column<Tally>> tallyColumns() {
        return Columns.<Tally>start()
                .add(text("key", Row::key))
                .add(text("measure", row -> row.value().getMeasure()))
                .add(text("selection", row -> row.value().getSelection()))
                .add(text("dimension", row -> row.value().getDimension()))
                .add(text("value", row -> row.value().getValue()))
                .add(text("time_window", row -> row.value().getWindow()))
                .add(day("from_day", row -> row.value().getFrom()))
                .add(day("to_day", row -> row.value().getTo()))
                .add(day("day", row -> row.value().getDay()))
                .add(number("number", row -> row.value().getNumber()))
                .add(number("low", row -> row.value().getLow()))
                .add(number("high", row -> row.value().getHigh()))
                .add(flag("exact", row -> row.value().getExact()))
                .add(text("unit", row -> row.value().getUnit()))
                .add(whole("members", row -> row.value().getMembers()))
                .add(whole("non_members", row -> row.value().getNonMembers()))
                .add(whole("unknown", row -> row.value().getUnknown()))
                .add(whole("imputed", row -> row.value().getImputed()))
                .add(flag("provisional", row -> row.value().getProvisional()))
                .add(text("methods_version", row -> row.value().getMethodsVersion()))
                .add(number("worst_low", row -> row.value().getWorstLow()))
                .add(number("worst_high", row -> row.value().getWorstHigh()))
                .add(text("caveat", row -> row.value().getCaveat()))
                .end();
    }

    private static List<Column<Trend>> trendColumns() {
        return Columns.<Trend>start()
                .add(text("key", Row::key))
                .add(text("trend", row -> row.value().getTrend()))
                .add(text("selection", row -> row.value().getSelection()))
                .add(day("from_day", row -> row.value().getFrom()))
                .add(day("to_day", row -> row.value().getTo()))
                .add(whole("n", row -> row.value().getN()))
                .add(whole("unknown", row -> row.value().getUnknown()))
                .add(number("slope", row -> row.value().getSlope()))
                .add(number("intercept", row -> row.value().getIntercept()))
                .add(number("r2", row -> row.value().getR2()))
                .add(number("slope_std_err", row -> row.value().getSlopeStdErr()))
                .add(number("growth_per_year", row -> row.value().getGrowthPerYear()))
                .add(number("doubling_months", row -> row.value().getDoublingMonths()))
                .add(number("low", row -> row.value().getLow()))
                .add(number("high", row -> row.value().getHigh()))
                .add(day("day", row -> row.value().getDay()))
                .add(text("methods_version", row -> row.value().getMethodsVersion()))
                .add(number("number", row -> row.value().getNumber()))
                .add(text("unit", row -> row.value().getUnit()))
                .add(texts("subjects", row -> row.value().getSubjects()))
                .add(text("caveat", row -> row.value().getCaveat()))
                .end();
    }
}
