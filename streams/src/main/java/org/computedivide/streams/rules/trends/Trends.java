package org.computedivide.streams.rules.trends;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.computedivide.avro.Trend;
import org.computedivide.streams.rules.Methods;
import org.computedivide.streams.rules.draws.Percentiles;
import org.computedivide.streams.rules.draws.Seed;
import org.computedivide.streams.rules.trends.Selection.Tops;

/**
 * The trends of the monitor: log10 of compute on the decimal date, over headline variants. The interval comes from
 * 1,000 bootstrap samples; in each, every compute is drawn from its own interval, the selection is made anew among all
 * points, and the selected are drawn with replacement. A function of the set of points and the day.
 */
public final class Trends {

    private static final int SAMPLES = 1000;
    private static final String DOUBLING_TIME = "doubling-time";
    private static final String OF_DISCLOSERS =
            "Growth of disclosed compute: more releases of the span are without a known figure than are in the fit.";

    private final Points points;
    private final Unknowns unknowns;
    private final LocalDate day;

    /**
     * @param points headline variants with counted compute, in any order; those dated after the day wait
     * @param unknowns how many releases have none
     * @param day today
     */
    public Trends(Collection<Dated> points, Unknowns unknowns, LocalDate day) {
        this.points = new Points(
                points.stream().filter(point -> point.day() <= day.toEpochDay()).toList());
        this.unknowns = unknowns;
        this.day = day;
    }

    /** Name of a row on the topic: trend|selection. */
    public static String key(Trend trend) {
        return trend.getTrend() + "|" + trend.getSelection();
    }

    /** Every trend that can be fitted, by key. */
    public SortedMap<String, Trend> all() {
        var frontiers = new Frontiers(points, day, SAMPLES);
        Fits samples = bootstrap(frontiers);
        double[] stated = points.stated();
        double[] logs = logs(stated);
        Tops tops = new Tops(points, stated);
        var trends = new TreeMap<String, Trend>();
        for (int s = 0; s < Selection.ALL.size(); s++) {
            Selection selection = Selection.ALL.get(s);
            int[] selected = selection.of(points, stated, tops);
            double[] slopes = samples.slopes[s];
            double[] intercepts = samples.intercepts[s];
            fit(selected, logs).ifPresent(fit -> {
                put(trends, List.of(trend(selection, selected, fit, slopes)));
                if (selection.name().equals(Projections.SELECTION)) {
                    put(trends, new Projections(largest(), day).all(fit, slopes, intercepts));
                }
            });
        }
        put(trends, new Growths(points, day).all());
        put(trends, frontiers.all());
        return trends;
    }

    private static void put(SortedMap<String, Trend> trends, List<Trend> rows) {
        rows.forEach(trend -> trends.put(key(trend), trend));
    }

    /** Of several with as much the earliest. */
    private Dated largest() {
        return IntStream.range(0, points.size())
                .mapToObj(points::get)
                .max(Comparator.comparingDouble(Dated::compute).thenComparing(Dated.ORDER.reversed()))
                .orElseThrow();
    }

    private Optional<Regression> fit(int[] selected, double[] logs) {
        double[] x = new double[selected.length];
        double[] y = new double[selected.length];
        for (int i = 0; i < selected.length; i++) {
            x[i] = points.x(selected[i]);
            y[i] = logs[selected[i]];
        }
        return Regression.of(x, y);
    }

    private static double[] logs(double[] compute) {
        double[] logs = new double[compute.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = StrictMath.log10(compute[i]);
        }
        return logs;
    }

    /** Lines by selection and sample; not a number where a sample could not be fitted. */
    private static final class Fits {
        private final double[][] slopes = new double[Selection.ALL.size()][SAMPLES];
        private final double[][] intercepts = new double[Selection.ALL.size()][SAMPLES];
    }

    private Fits bootstrap(Frontiers frontiers) {
        var fits = new Fits();
        for (int j = 0; j < SAMPLES; j++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            double[] drawn = points.drawn(j);
            double[] logs = logs(drawn);
            Tops tops = new Tops(points, drawn);
            frontiers.sample(j, drawn);
            for (int s = 0; s < Selection.ALL.size(); s++) {
                Selection selection = Selection.ALL.get(s);
                int[] sample = resample(selection.of(points, drawn, tops), Seed.of(selection.name() + " " + j));
                Optional<Regression> fit = fit(sample, logs);
                fits.slopes[s][j] = fit.map(Regression::slope).orElse(Double.NaN);
                fits.intercepts[s][j] = fit.map(Regression::intercept).orElse(Double.NaN);
            }
        }
        return fits;
    }

    private static int[] resample(int[] selected, Seed seed) {
        int[] sample = new int[selected.length];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = selected[seed.below(selected.length, i)];
        }
        return sample;
    }

    private Trend trend(Selection selection, int[] selected, Regression fit, double[] slopes) {
        long from = selection.fromYear().isPresent()
                ? LocalDate.of(selection.fromYear().getAsInt(), 1, 1).toEpochDay()
                : points.get(selected[0]).day();
        long to = selection.toYear().isPresent()
                ? LocalDate.of(selection.toYear().getAsInt(), 12, 31).toEpochDay()
                : day.toEpochDay();
        Interval interval = Interval.of(slopes);
        long unknown = unknowns.between(from, to);
        return Trend.newBuilder()
                .setTrend(DOUBLING_TIME)
                .setSelection(selection.name())
                .setFrom(LocalDate.ofEpochDay(from).toString())
                .setTo(LocalDate.ofEpochDay(to).toString())
                .setN(fit.n())
                .setUnknown(unknown)
                .setCaveat(unknown > fit.n() ? OF_DISCLOSERS : "")
                .setSlope(fit.slope())
                .setIntercept(fit.intercept())
                .setR2(fit.r2())
                .setSlopeStdErr(fit.slopeStdErr())
                .setGrowthPerYear(fit.growthPerYear())
                .setDoublingMonths(fit.doublingMonths())
                .setLow(interval.low().orElse(null))
                .setHigh(interval.high().orElse(null))
                .setDay(day.toString())
                .setMethodsVersion(Methods.version())
                .build();
    }

    /**
     * The interval of the doubling time, months. Percentiles are taken of the slopes, because a sample that does not
     * grow at all has no doubling time: then there is no upper end.
     */
    private record Interval(Optional<Double> low, Optional<Double> high) {

        static Interval of(double[] slopes) {
            double[] fitted = java.util.Arrays.stream(slopes)
                    .filter(slope -> !Double.isNaN(slope))
                    .toArray();
            if (fitted.length < SAMPLES / 2) {
                return new Interval(Optional.empty(), Optional.empty());
            }
            Percentiles percentiles = Percentiles.of(fitted);
            return new Interval(months(percentiles.high()), months(percentiles.low()));
        }

        private static Optional<Double> months(double slope) {
            return slope > 0 ? Optional.of(Regression.doublingMonths(slope)) : Optional.empty();
        }
    }
}
