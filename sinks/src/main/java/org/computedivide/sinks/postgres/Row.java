package org.computedivide.sinks.postgres;

/**
 * One row of a table before it is written.
 *
 * @param key key of the record in its topic
 * @param ordinal which of the rows of the record, from 0
 * @param value value of the record
 */
record Row<V>(String key, int ordinal, V value) {}
