package org.computedivide.monitor.settings;

/** What one process can run; the servers they stand on come with each of them unless they are the user's own. */
public enum Part {
    /** Only the embedded servers, for processes that run the other parts. */
    SERVERS,
    /** Asks the sources and writes the log of record. */
    SOURCES,
    /** From the log of record to releases, tallies, trends, alerts. */
    TOPOLOGIES,
    /** PostgreSQL tables, newsletters, web page. */
    TABLES
}
