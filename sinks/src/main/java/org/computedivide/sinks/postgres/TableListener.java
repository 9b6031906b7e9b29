package org.computedivide.sinks.postgres;

import java.util.List;

/** Is told what changed after a transaction was committed; called on the thread of the writer, so it must be quick. */
@FunctionalInterface
public interface TableListener {
    void changed(List<TableChange> changes);
}
