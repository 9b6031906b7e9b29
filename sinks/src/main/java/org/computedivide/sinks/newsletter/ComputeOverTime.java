package org.computedivide.sinks.newsletter;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.computedivide.avro.Digest;
import org.computedivide.avro.DigestEntry;
import org.computedivide.avro.Point;

/** The one chart: training compute by date, this week's releases marked. */
record ComputeOverTime(Digest digest, Links links) {

    /** The chart shows the era in which the divide opened; the years before are in the tables. */
    private static final LocalDate FROM = LocalDate.of(2010, 1, 1);

    private static final int FEWEST = 2;

    List<Block> blocks() {
        List<Point> points = points();
        if (points.size() < FEWEST) {
            return List.of();
        }
        Chart chart = new Chart(
                points,
                thisWeek(),
                new Rows(digest, links).records(),
                FROM,
                Week.of(digest).to());
        return List.of(new Block.Heading("Compute over time"), new Block.Figure(chart.svg(), caption(chart)));
    }

    private List<Point> points() {
        LocalDate to = Week.of(digest).to();
        return digest.getPoints().stream()
                .filter(point -> point.getCompute() > 0)
                .filter(point -> !LocalDate.parse(point.getDate()).isBefore(FROM))
                .filter(point -> !LocalDate.parse(point.getDate()).isAfter(to))
                .toList();
    }

    private Set<String> thisWeek() {
        return Entries.of(digest).withCompute().stream()
                .map(DigestEntry::getFamilyId)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Prose caption(Chart chart) {
        return Prose.of(chart.summary())
                .and(" All points, with their intervals: ")
                .link("the page", links.page())
                .and(".");
    }
}
