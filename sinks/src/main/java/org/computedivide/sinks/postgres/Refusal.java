package org.computedivide.sinks.postgres;

import java.sql.SQLException;
import java.util.Set;

/** Tells a record that the database will never take from a database that does not answer now. */
final class Refusal {

    /** Classes of SQLSTATE: data exception, constraint violation, program limit exceeded. */
    private static final Set<String> CLASSES = Set.of("22", "23", "54");

    private Refusal() {}

    static boolean isIn(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof Unwritable || (t instanceof SQLException sql && isRefusal(sql))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRefusal(SQLException e) {
        return e.getSQLState() != null && CLASSES.contains(e.getSQLState().substring(0, 2));
    }
}
