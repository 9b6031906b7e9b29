package org.computedivide.sinks.postgres;

import org.jspecify.annotations.Nullable;

/**
 * A record of a topic, read.
 *
 * @param key its key
 * @param value its value; null is a tombstone
 */
record Change<V>(String key, @Nullable V value) {}
