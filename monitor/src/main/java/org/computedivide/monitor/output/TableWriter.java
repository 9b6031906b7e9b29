package org.computedivide.monitor.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;

/** Columns of fixed width; a longer cell ends in an ellipsis, the last column may be as long as it likes. */
final class TableWriter implements RowWriter {

    private final PrintWriter out;
    private final List<Column> columns;
    private boolean begun;

    TableWriter(PrintWriter out, List<Column> columns) {
        this.out = out;
        this.columns = columns;
    }

    @Override
    public boolean write(ObjectNode row) {
        begin();
        line(columns.stream().map(column -> column.forPeople(row)).toList());
        return !out.checkError();
    }

    @Override
    public void close() {
        begin();
        out.flush();
    }

    private void begin() {
        if (!begun) {
            begun = true;
            line(columns.stream().map(Column::name).toList());
        }
    }

    private void line(List<String> cells) {
        var line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = Terminal.safe(cells.get(i));
            line.append(
                    i == cells.size() - 1 ? cell : padded(cell, columns.get(i).width()));
        }
        out.println(line.toString().stripTrailing());
    }

    private static String padded(String cell, int width) {
        int length = cell.codePointCount(0, cell.length());
        if (length > width) {
            return cell.substring(0, cell.offsetByCodePoints(0, width - 1)) + "…  ";
        }
        return cell + " ".repeat(width - length + 2);
    }
}
