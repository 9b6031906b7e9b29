package org.computedivide.streams.rules.claim;

/**
 * The main contribution claim of a paper.
 *
 * @param claim accuracy, efficiency, both or other; empty when the observation is no paper
 * @param quote the sentence that claims it
 */
public record Claim(String claim, String quote) {}
