package org.computedivide.monitor.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;

/** Columns of fixed width; a longer cell ends in an ellipsis, the last column may be as long as it likes. */
final class TableWriter extends HeadedWriter {

    private final List<Column> columns;

    TableWriter(PrintWriter out, List<Column> columns) {
        super(out, columns);
        this.columns = columns;
    }

    @Override
    String cell(Column column, ObjectNode row) {
        return column.forPeople(row);
    }

    @Override
    String line(List<String> cells) {
        var line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = Terminal.safe(cells.get(i));
            line.append(
                    i == cells.size() - 1 ? cell : padded(cell, columns.get(i).width()));
        }
        return line.toString().stripTrailing() + System.lineSeparator();
    }

    private static String padded(String cell, int width) {
        int length = cell.codePointCount(0, cell.length());
        if (length > width) {
            return cell.substring(0, cell.offsetByCodePoints(0, width - 1)) + "…  ";
        }
        return cell + " ".repeat(width - length + 2);
    }
}
