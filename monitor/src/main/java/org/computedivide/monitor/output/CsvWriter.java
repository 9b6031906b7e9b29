package org.computedivide.monitor.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** RFC 4180, with a header. */
final class CsvWriter extends HeadedWriter {

    CsvWriter(PrintWriter out, List<Column> columns) {
        super(out, columns);
    }

    @Override
    String cell(Column column, ObjectNode row) {
        return column.cell(row);
    }

    @Override
    String line(List<String> cells) {
        return cells.stream().map(CsvWriter::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
