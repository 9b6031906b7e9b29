package org.computedivide.monitor.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;

/** One JSON array, a row a line. */
final class JsonWriter implements RowWriter {

    private final PrintWriter out;
    private String before = "[\n";

    JsonWriter(PrintWriter out) {
        this.out = out;
    }

    @Override
    public boolean write(ObjectNode row) {
        out.print(before);
        out.print(row);
        before = ",\n";
        return !out.checkError();
    }

    @Override
    public void close() {
        out.println(before.equals("[\n") ? "[]" : "\n]");
        out.flush();
    }
}
