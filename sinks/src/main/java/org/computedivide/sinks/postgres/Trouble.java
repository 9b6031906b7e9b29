package org.computedivide.sinks.postgres;

import java.sql.SQLException;

/** Says in one sentence why nothing is written at the moment. */
final class Trouble {

    private static final int LONGEST = 300;

    private Trouble() {}

    static String inWords(Throwable e) {
        String what = e instanceof SinkOffsets.Moved
                ? ""
                : isOfDatabase(e) ? "the database does not answer: " : "the topics cannot be read: ";
        String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        String words = what + why;
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
    }

    private static boolean isOfDatabase(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof SQLException) {
                return true;
            }
        }
        return false;
    }
}
