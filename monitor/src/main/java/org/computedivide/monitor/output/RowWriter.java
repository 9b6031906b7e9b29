package org.computedivide.monitor.output;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes rows one after the other; nothing is held back, so that any number of rows can pass. */
public interface RowWriter extends AutoCloseable {

    /**
     * Writes one row.
     *
     * @return false when nobody reads any more, as after {@code | head}
     */
    boolean write(ObjectNode row);

    /** Writes what ends the form. */
    @Override
    void close();
}
