package org.computedivide.producers.source;

import java.net.URI;
import java.time.Duration;

/**
 * What is known of a source before it is asked.
 *
 * @param id short, in lower case; the first half of every key
 * @param name for people
 * @param url where it looks
 * @param interval real time between two rounds
 */
public record SourceInfo(String id, String name, URI url, Duration interval) {

    public SourceInfo {
        if (!id.matches("[a-z0-9][a-z0-9-]{0,40}")) {
            throw new IllegalArgumentException("a source id has small letters, digits and hyphens: " + id);
        }
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("source " + id + " needs a positive interval");
        }
    }
}
