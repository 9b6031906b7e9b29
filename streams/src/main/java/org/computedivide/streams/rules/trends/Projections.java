package org.computedivide.streams.rules.trends;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.computedivide.avro.Trend;
import org.computedivide.streams.rules.Methods;
import org.computedivide.streams.rules.draws.Percentiles;

/** When the records would pass the next powers of ten if they went on along their line. */
final class Projections {

    /** The line that is drawn on: the record of its day, since 2018. */
    static final String SELECTION = "runningTop1From2018";

    private static final int NEXT = 2;
    private static final String NO_FORECAST =
            "The line of the disclosed records since 2018, drawn on; no forecast. A day that is past means that the records are behind their line.";

    private final Dated holder;
    private final LocalDate day;

    /** @param holder of the record now */
    Projections(Dated holder, LocalDate day) {
        this.holder = holder;
        this.day = day;
    }

    /**
     * One row for each power of ten.
     *
     * @param fit of the records
     * @param slopes of the bootstrap samples; not a number where one could not be fitted
     * @param intercepts of the same samples
     */
    List<Trend> all(Regression fit, double[] slopes, double[] intercepts) {
        var rows = new ArrayList<Trend>();
        int next = (int) StrictMath.floor(StrictMath.log10(holder.compute())) + 1;
        for (int power = next; fit.slope() > 0 && power < next + NEXT; power++) {
            rows.add(row(power, fit, dates(power, slopes, intercepts)));
        }
        return rows;
    }

    private static double[] dates(int power, double[] slopes, double[] intercepts) {
        return IntStream.range(0, slopes.length)
                .filter(j -> slopes[j] > 0)
                .mapToDouble(j -> (power - intercepts[j]) / slopes[j])
                .toArray();
    }

    private Trend row(int power, Regression fit, double[] dates) {
        Trend.Builder row = Trend.newBuilder()
                .setTrend("projection")
                .setSelection("frontier≥1e" + power)
                .setFrom(LocalDate.of(2018, 1, 1).toString())
                .setTo(day.toString())
                .setN(fit.n())
                .setNumber((power - fit.intercept()) / fit.slope())
                .setUnit("decimal year")
                .setSubjects(List.of(holder.familyId()))
                .setCaveat(NO_FORECAST)
                .setDay(day.toString())
                .setMethodsVersion(Methods.version());
        if (dates.length > 0) {
            Percentiles interval = Percentiles.of(dates);
            row.setLow(interval.low()).setHigh(interval.high());
        }
        return row.build();
    }
}
