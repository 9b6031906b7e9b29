package org.computedivide.streams.rules.tallies;

import java.util.List;
import org.computedivide.streams.rules.tallies.RowWriter.Figure;
import org.computedivide.streams.rules.tallies.RowWriter.Place;
import org.computedivide.streams.rules.tallies.RowWriter.Reckoning;

/**
 * The share of releases that open something, among those that say whether they do: weights that may be downloaded, under
 * whatever licence, by kind of maker; training code under an open licence, by whether a company takes part.
 */
final class OpenRows {

    private static final String ALL = "all";

    /** What is opened, told apart by what, and the pair of both. */
    private record Opened(String measure, Dimension what, List<String> open, Dimension by, Dimension pair) {}

    private static final Opened WEIGHTS = new Opened(
            "openWeightsShare",
            Dimension.OPENNESS,
            List.of("unrestricted", "restricted-use", "non-commercial"),
            Dimension.AFFILIATION,
            Dimension.AFFILIATION_OPENNESS);
    private static final Opened CODE = new Opened(
            "openCodeShare", Dimension.TRAINING_CODE, List.of("open"), Dimension.INDUSTRY, Dimension.INDUSTRY_CODE);

    private final Cells cells;
    private final Window window;
    private final RowWriter rows;
    private final long all;

    OpenRows(Cells cells, Window window, RowWriter rows) {
        this.cells = cells;
        this.window = window;
        this.rows = rows;
        this.all = cells.total(Selection.ALL, window).releases();
    }

    void write() {
        write(WEIGHTS);
        write(CODE);
        correlation();
    }

    private void write(Opened opened) {
        long open = opened.open().stream()
                .mapToLong(value -> in(opened.what(), value))
                .sum();
        write(opened, Dimension.TOTAL, ALL, new Shares(open, all, in(opened.what(), Dimension.UNKNOWN), 0));
        for (String value : cells.values(Selection.ALL, opened.by())) {
            write(opened, opened.by(), value, shares(opened, value));
        }
    }

    private Shares shares(Opened opened, String value) {
        long open = opened.open().stream()
                .mapToLong(what -> in(opened.pair(), value + Dimension.TIMES + what))
                .sum();
        boolean isUnknown = value.equals(Dimension.UNKNOWN);
        return new Shares(
                open,
                in(opened.by(), value),
                in(opened.pair(), value + Dimension.TIMES + Dimension.UNKNOWN),
                isUnknown ? 0 : in(opened.by(), Dimension.UNKNOWN));
    }

    /** Releases of a class that open, that are in it, that do not say, and those that may be in the class. */
    private record Shares(long open, long here, long silent, long classless) {}

    private void write(Opened opened, Dimension dimension, String value, Shares shares) {
        long known = shares.here() - shares.silent();
        if (known > 0) {
            rows.add(
                    new Place(opened.measure(), Selection.ALL.label(), dimension.label(), value),
                    Figure.share(shares.open(), known, shares.silent()),
                    new Reckoning(all, shares.open(), shares.silent() + shares.classless(), 0));
        }
    }

    /** The correlation (phi) of a company taking part with training code being open; there is none when one of the two is constant. */
    private void correlation() {
        Shares with = shares(CODE, "yes");
        Shares without = shares(CODE, "no");
        double open = (double) with.open();
        double closed = (double) (with.here() - with.silent()) - open;
        double otherOpen = (double) without.open();
        double otherClosed = (double) (without.here() - without.silent()) - otherOpen;
        double product = (open + closed) * (otherOpen + otherClosed) * (open + otherOpen) * (closed + otherClosed);
        if (product > 0) {
            long members = (long) (open + closed + otherOpen + otherClosed);
            rows.add(
                    new Place("industryCodeCorrelation", Selection.ALL.label(), Dimension.TOTAL.label(), ALL),
                    Figure.exact((open * otherClosed - closed * otherOpen) / StrictMath.sqrt(product), "correlation"),
                    new Reckoning(all, members, all - members, 0));
        }
    }

    private long in(Dimension dimension, String value) {
        return cells.in(Selection.ALL, dimension, value, window).releases();
    }
}
