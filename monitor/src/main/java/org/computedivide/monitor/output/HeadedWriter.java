package org.computedivide.monitor.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;

/** One line a row, below a line with the names of the columns, which stands even when no row comes. */
abstract class HeadedWriter implements RowWriter {

    private final PrintWriter out;
    private final List<Column> columns;
    private boolean begun;

    HeadedWriter(PrintWriter out, List<Column> columns) {
        this.out = out;
        this.columns = columns;
    }

    /** What a row shows in a column. */
    abstract String cell(Column column, ObjectNode row);

    /** The cells as one line with its end. */
    abstract String line(List<String> cells);

    @Override
    public final boolean write(ObjectNode row) {
        begin();
        print(column -> cell(column, row));
        return !out.checkError();
    }

    @Override
    public final void close() {
        begin();
        out.flush();
    }

    private void begin() {
        if (!begun) {
            begun = true;
            print(Column::name);
        }
    }

    private void print(Function<Column, String> cell) {
        out.print(line(columns.stream().map(cell).toList()));
    }
}
