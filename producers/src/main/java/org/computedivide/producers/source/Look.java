package org.computedivide.producers.source;

import java.time.Instant;

/**
 * All that a source may know when it decides where to look and when it reads an answer.
 *
 * @param position what the source itself wrote after the last page; empty at the first start
 * @param seen what was seen of each item before
 * @param now the monitor's clock
 * @param since where live sources begin at a first start
 * @param round number of the current round; grows from round to round, also over restarts
 */
public record Look(String position, SeenItems seen, Instant now, Instant since, long round) {}
