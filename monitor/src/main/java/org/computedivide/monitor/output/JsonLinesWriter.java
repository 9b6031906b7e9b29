package org.computedivide.monitor.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;

/** One JSON object a line. */
record JsonLinesWriter(PrintWriter out) implements RowWriter {

    @Override
    public boolean write(ObjectNode row) {
        out.println(row);
        return !out.checkError();
    }

    @Override
    public void close() {
        out.flush();
    }
}
