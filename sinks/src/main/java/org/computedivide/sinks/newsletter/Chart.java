package org.computedivide.sinks.newsletter;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.computedivide.avro.Point;
import org.computedivide.avro.Trend;

/**
 * Compute over time as SVG: dots on a logarithmic scale, one colour an affiliation. It carries its own style, so it reads
 * in light and dark wherever it stands, and it has no blank line, so it may stand in Markdown.
 *
 * @param points releases with a compute figure, inside the span
 * @param marked family ids of this week's releases
 * @param from first day of the axis
 * @param to last day of the axis
 */
record Chart(List<Point> points, Set<String> marked, Optional<Trend> trend, LocalDate from, LocalDate to) {

    private static final double LEFT = 52;
    private static final double RIGHT = 690;
    private static final double TOP = 40;
    private static final double BOTTOM = 350;
    private static final int LABELS = 4;

    Chart {
        points = points.stream()
                .sorted(comparing(Point::getDate).thenComparing(Point::getFamilyId))
                .toList();
        marked = Set.copyOf(marked);
    }

    /** What it shows, for those who cannot see it. */
    String summary() {
        long now = points.stream().filter(this::isMarked).count();
        String week = now == 0
                ? "None of them is from this week."
                : Words.count(now, "ring") + " mark" + (now == 1 ? "s" : "") + " this week.";
        Point largest = points.stream().max(comparingDouble(Point::getCompute)).orElseThrow();
        return "Training compute of " + Words.count(points.size(), "release") + " since " + from.getYear()
                + " on a logarithmic scale; the largest is " + Words.name(largest.getName()) + " with "
                + Numbers.flop(largest.getCompute()) + " FLOP. " + week;
    }

    String svg() {
        return """
                <svg class="compute" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 384" role="img" aria-labelledby="chart-title chart-desc">
                <title id="chart-title">Training compute of AI models over time</title>
                <desc id="chart-desc">%s</desc>
                <style>%s</style>
                %s%s%s%s%s</svg>""".formatted(escape(summary()), ChartStyle.CSS, grid(), line(), dots(), rings(), legend());
    }

    private String grid() {
        String decades = IntStream.rangeClosed(bottom(), top())
                .filter(decade -> decade % 2 == 0)
                .mapToObj(this::decade)
                .collect(Collectors.joining());
        String years = IntStream.rangeClosed(from.getYear(), to.getYear())
                .filter(year -> year % 2 == 0)
                .mapToObj(this::year)
                .collect(Collectors.joining());
        return decades + years + text(LEFT - 44, TOP - 18, "start", "FLOP");
    }

    private String decade(int decade) {
        double y = y(decade);
        return "<path class=\"grid\" d=\"M%s %sH%s\"/>\n".formatted(at(LEFT), at(y), at(RIGHT))
                + text(LEFT - 8, y + 4, "end", "1e" + decade);
    }

    private String year(int year) {
        return text(x(LocalDate.of(year, 1, 1)), BOTTOM + 20, "middle", Integer.toString(year));
    }

    /** The trend from the first to the last day of its fit, as far as it lies on the paper. */
    private String line() {
        return trend.filter(fit -> fit.getTo().length() >= 10 && fit.getFrom().length() >= 10)
                .map(this::line)
                .orElse("");
    }

    private String line(Trend fit) {
        LocalDate start = later(LocalDate.parse(fit.getFrom().substring(0, 10)), from);
        LocalDate end = earlier(LocalDate.parse(fit.getTo().substring(0, 10)), to);
        String label = "ten largest of their day: doubling in " + Numbers.tenth(fit.getDoublingMonths()) + " months";
        double middle = (x(start) + x(end)) / 2;
        return "<path class=\"trend\" d=\"M%s %sL%s %s\"/>\n"
                        .formatted(at(x(start)), at(y(fit, start)), at(x(end)), at(y(fit, end)))
                + text(
                        middle - 12,
                        y(fit, start.plusDays((end.toEpochDay() - start.toEpochDay()) / 2)) - 14,
                        "end",
                        label);
    }

    /** One path for each affiliation: a stroke of no length with round ends is a dot, in nine bytes. */
    private String dots() {
        return Affiliations.ORDER.stream().map(this::dots).collect(Collectors.joining());
    }

    private String dots(String affiliation) {
        String path = points.stream()
                .filter(point -> Affiliations.known(point.getAffiliation()).equals(affiliation))
                .map(point -> "M" + at(x(point)) + " " + at(y(point)) + "h0")
                .collect(Collectors.joining());
        return path.isEmpty() ? "" : "<path class=\"dot %s\" d=\"%s\"/>\n".formatted(affiliation, path);
    }

    private String rings() {
        List<Point> week = points.stream()
                .filter(this::isMarked)
                .sorted(comparingDouble(Point::getCompute).reversed().thenComparing(Point::getFamilyId))
                .toList();
        StringBuilder rings = new StringBuilder();
        double free = TOP;
        for (int i = 0; i < week.size(); i++) {
            Point point = week.get(i);
            rings.append("<circle class=\"ring %s\" cx=\"%s\" cy=\"%s\" r=\"6\"><title>%s: %s FLOP</title></circle>\n"
                    .formatted(
                            Affiliations.known(point.getAffiliation()),
                            at(x(point)),
                            at(y(point)),
                            escape(Words.name(point.getName())),
                            Numbers.flop(point.getCompute())));
            if (i < LABELS) {
                double height = Math.max(y(point) + 4, free);
                rings.append(label(point, height));
                free = height + 15;
            }
        }
        return rings.toString();
    }

    private String label(Point point, double height) {
        return "<text class=\"name\" x=\"%s\" y=\"%s\" text-anchor=\"end\">%s</text>\n"
                .formatted(at(x(point) - 11), at(height), escape(Words.cut(Words.name(point.getName()), 28)));
    }

    private String legend() {
        StringBuilder legend = new StringBuilder();
        double x = LEFT + 40;
        for (String affiliation : Affiliations.ORDER) {
            if (points.stream()
                    .anyMatch(
                            point -> Affiliations.known(point.getAffiliation()).equals(affiliation))) {
                String label = Affiliations.label(affiliation);
                legend.append("<path class=\"dot %s\" d=\"M%s 18h0\"/>\n".formatted(affiliation, at(x)));
                legend.append(text(x + 8, 22, "start", label));
                x += 28 + label.length() * 7;
            }
        }
        return legend.toString();
    }

    private boolean isMarked(Point point) {
        return marked.contains(point.getFamilyId());
    }

    private int bottom() {
        return (int) Math.floor(points.stream()
                .mapToDouble(point -> StrictMath.log10(point.getCompute()))
                .min()
                .orElse(0));
    }

    private int top() {
        return (int) Math.ceil(points.stream()
                        .mapToDouble(point -> StrictMath.log10(point.getCompute()))
                        .max()
                        .orElse(1)
                + 0.2);
    }

    private double x(Point point) {
        return x(LocalDate.parse(point.getDate()));
    }

    private double x(LocalDate day) {
        double span = Math.max(1, to.toEpochDay() - from.toEpochDay());
        return LEFT + (RIGHT - LEFT) * (day.toEpochDay() - from.toEpochDay()) / span;
    }

    private double y(Point point) {
        return y(StrictMath.log10(point.getCompute()));
    }

    private double y(Trend fit, LocalDate day) {
        double date = day.getYear() + (day.getDayOfYear() - 1) / (double) day.lengthOfYear();
        double log = fit.getIntercept() + fit.getSlope() * date;
        return y(Math.min(top(), Math.max(bottom(), log)));
    }

    private double y(double log) {
        return BOTTOM - (BOTTOM - TOP) * (log - bottom()) / Math.max(1, top() - bottom());
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static String text(double x, double y, String anchor, String words) {
        return "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n".formatted(at(x), at(y), anchor, escape(words));
    }

    private static String at(double number) {
        String tenth = String.format(Locale.ROOT, "%.1f", number);
        return tenth.endsWith(".0") ? tenth.substring(0, tenth.length() - 2) : tenth;
    }

    /** Fit for SVG, and for the Markdown that it may stand in. */
    private static String escape(String words) {
        return Words.readable(words)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("[", "&#91;")
                .replace("]", "&#93;")
                .replace("`", "&#96;")
                .replace("*", "&#42;");
    }
}
