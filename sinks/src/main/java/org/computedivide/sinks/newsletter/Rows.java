package org.computedivide.sinks.newsletter;

import java.util.Optional;
import org.computedivide.avro.Digest;
import org.computedivide.avro.Tally;
import org.computedivide.avro.Trend;

/** The rows of a digest by name, each printed with its interval and linked to where it can be asked why. */
record Rows(Digest digest, Links links) {

    static final String ALL = "all";
    static final String WITH_COMPUTE = "withCompute";

    Optional<Tally> tally(String measure, String selection, String dimension, String value, String window) {
        return digest.getTallies().stream()
                .filter(tally -> tally.getMeasure().equals(measure)
                        && tally.getSelection().equals(selection)
                        && tally.getDimension().equals(dimension)
                        && tally.getValue().equals(value)
                        && tally.getWindow().equals(window))
                .findFirst();
    }

    /** The ten largest runs of their day since 2018, or since when there are enough of them. */
    Optional<Trend> records() {
        return trend("runningTop10From2018")
                .or(() -> trend("runningTop10From2010"))
                .or(() -> trend("runningTop10"));
    }

    /** A fit that grows; one that does not has no doubling time. */
    Optional<Trend> trend(String selection) {
        return digest.getTrends().stream()
                .filter(trend -> trend.getSelection().equals(selection) && trend.getDoublingMonths() > 0)
                .findFirst();
    }

    /** {@code 62 % (58–66 %)}, linked; a dash when there is no such row. */
    Prose share(Optional<Tally> tally) {
        return tally.map(row -> share(row)).orElseGet(() -> Prose.of("–"));
    }

    Prose share(Tally row) {
        String interval = row.getExact() ? "" : Numbers.percentInterval(row.getLow(), row.getHigh());
        return Prose.EMPTY
                .link(Numbers.percent(row.getNumber()), links.tally(row))
                .and(interval);
    }

    Prose count(Optional<Tally> tally) {
        return tally.map(row -> Prose.EMPTY.link(Numbers.whole(Math.round(row.getNumber())), links.tally(row)))
                .orElseGet(() -> Prose.of("–"));
    }

    Prose flop(Tally row) {
        String interval =
                row.getLow() == null || row.getHigh() == null ? "" : Numbers.flopInterval(row.getLow(), row.getHigh());
        return Prose.EMPTY
                .link(Numbers.flop(row.getNumber()) + " FLOP", links.tally(row))
                .and(interval);
    }

    /** {@code 5.1 months (4.7–5.5; n 93)}, linked. */
    Prose doubling(Trend trend) {
        String interval = trend.getLow() == null || trend.getHigh() == null
                ? ""
                : Numbers.tenth(trend.getLow()) + "–" + Numbers.tenth(trend.getHigh()) + "; ";
        return Prose.EMPTY
                .link(Numbers.tenth(trend.getDoublingMonths()) + " months", links.trend(trend))
                .and(" (" + interval + "n " + Numbers.whole(trend.getN()) + ")");
    }
}
