package org.computedivide.monitor.commands;

import java.util.List;
import java.util.Locale;
import org.computedivide.streams.rules.estimates.Calibration.Group;

/** How often intervals hold, drawn: a point for each method and confidence, and where in the interval the truths lie. */
final class CalibrationPicture {

    private static final int ROW = 26;
    private static final int LEFT = 190;
    private static final int WIDTH = 760;
    private static final int SCALE = 400;
    private static final int BARS = 130;

    private final StringBuilder svg = new StringBuilder();

    private CalibrationPicture() {}

    /**
     * An SVG document.
     *
     * @param groups a row for each, from the top
     * @param counts truths below the interval, in each tenth of it, and above it
     */
    static String of(List<Group> groups, int[] counts) {
        var picture = new CalibrationPicture();
        int height = (groups.size() + 3) * ROW + BARS + 70;
        picture.svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13" role="img">
                <title>How often 90 %% intervals hold the truth</title>
                <rect width="100%%" height="100%%" fill="#fff"/>
                """.formatted(WIDTH, height));
        picture.shares(groups);
        picture.places(counts, (groups.size() + 3) * ROW + 20);
        return picture.svg.append("</svg>\n").toString();
    }

    private void shares(List<Group> groups) {
        int bottom = (groups.size() + 1) * ROW;
        box(x(0.85), ROW, x(0.95) - x(0.85), bottom - ROW, "#d8ecd8");
        text(LEFT, 16, "share of truths inside the 90 % interval; wanted: the green band", "start");
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            double y = ROW * (i + 1.5);
            text(LEFT - 12, y + 4, group.name() + " (" + group.n() + ")", "end");
            line(LEFT, y, LEFT + SCALE, y, "#ccc");
            circle(x(Math.max(0.5, group.inside())), y);
            text(
                    LEFT + SCALE + 12,
                    y + 4,
                    String.format(Locale.ROOT, "%.2f, width %.1f decades", group.inside(), group.medianDecades()),
                    "start");
        }
        for (double tick : new double[] {0.5, 0.6, 0.7, 0.8, 0.9, 1.0}) {
            text(x(tick), bottom + 16, String.format(Locale.ROOT, "%.1f", tick), "middle");
        }
    }

    private void places(int[] counts, int top) {
        text(LEFT, top, "where the truths lie, from the low to the high end of the interval; flat is right", "start");
        int most = 1;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        double step = SCALE / (double) counts.length;
        for (int i = 0; i < counts.length; i++) {
            double high = counts[i] * (double) BARS / most;
            boolean outside = i == 0 || i == counts.length - 1;
            box(LEFT + i * step + 2, top + 16 + BARS - high, step - 4, high, outside ? "#c0504d" : "#4f81bd");
            text(LEFT + (i + 0.5) * step, top + 32 + BARS, String.valueOf(counts[i]), "middle");
        }
        text(LEFT - 12, top + 32 + BARS, "below", "end");
        text(LEFT + SCALE + 12, top + 32 + BARS, "above", "start");
    }

    private static double x(double share) {
        return LEFT + (share - 0.5) * 2 * SCALE;
    }

    private void box(double x, double y, double width, double height, String fill) {
        add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>", x, y, width, height, fill);
    }

    private void line(double x, double y, double toX, double toY, String stroke) {
        add("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>", x, y, toX, toY, stroke);
    }

    private void circle(double x, double y) {
        add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\" fill=\"#1f4e79\"/>", x, y);
    }

    private void text(double x, double y, String words, String anchor) {
        add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, words.replace("<", "&lt;"));
    }

    private void add(String form, Object... values) {
        svg.append(String.format(Locale.ROOT, form, values)).append('\n');
    }
}
