package org.computedivide.streams.rules.tallies;

import java.util.List;
import org.computedivide.streams.rules.tallies.OverLines.Count;
import org.computedivide.streams.rules.tallies.OverLines.Line;
import org.computedivide.streams.rules.tallies.RowWriter.Figure;
import org.computedivide.streams.rules.tallies.RowWriter.Place;
import org.computedivide.streams.rules.tallies.RowWriter.Reckoning;

/** Three numbers for each line: over it by the point figure, as expected, and with a probability over one half. */
final class LineRows {

    static final String POINT = "overLine";
    static final String EXPECTED = "overLineExpected";
    static final String LIKELY = "overLineLikely";
    static final List<String> MEASURES = List.of(POINT, EXPECTED, LIKELY);

    private final Cells cells;
    private final OverLines overLines;
    private final Window window;
    private final RowWriter rows;
    private final Totals total;

    LineRows(Cells cells, OverLines overLines, Window window, RowWriter rows) {
        this.cells = cells;
        this.overLines = overLines;
        this.window = window;
        this.rows = rows;
        this.total = cells.total(Selection.ALL, window);
    }

    void write() {
        OverLines.LINES.forEach(line -> overLines.in(line, window).ifPresent(count -> write(line, count)));
    }

    private void write(Line line, Count count) {
        long unknown = unknown(line);
        add(POINT, line, (double) count.point(), count.point(), unknown);
        add(EXPECTED, line, count.expected(), count.point(), unknown);
        add(LIKELY, line, (double) count.likely(), count.likely(), unknown);
    }

    /** Of a line in law only what it may speak of can be unknown. */
    private long unknown(Line line) {
        if (line.dimension() == Dimension.TIER) {
            return total.releases() - total.withCompute();
        }
        Totals concerned = in(line.id());
        return concerned.releases()
                - concerned.withCompute()
                + in(LinesInLaw.maybe(line.id())).releases();
    }

    private Totals in(String value) {
        return cells.in(Selection.ALL, Dimension.LEGAL_LINE, value, window);
    }

    private void add(String measure, Line line, double number, long members, long unknown) {
        rows.add(
                new Place(measure, Selection.ALL.label(), line.dimension().label(), line.id()),
                Figure.estimated(number, "releases"),
                new Reckoning(total.releases(), members, unknown, total.imputed()));
    }
}
