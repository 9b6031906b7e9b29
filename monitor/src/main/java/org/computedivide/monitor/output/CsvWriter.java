package org.computedivide.monitor.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** RFC 4180, with a header. */
final class CsvWriter implements RowWriter {

    private final PrintWriter out;
    private final List<Column> columns;
    private boolean begun;

    CsvWriter(PrintWriter out, List<Column> columns) {
        this.out = out;
        this.columns = columns;
    }

    @Override
    public boolean write(ObjectNode row) {
        begin();
        line(columns.stream().map(column -> column.cell(row)).toList());
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
        out.print(cells.stream().map(CsvWriter::quoted).collect(Collectors.joining(",")));
        out.print("\r\n");
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
