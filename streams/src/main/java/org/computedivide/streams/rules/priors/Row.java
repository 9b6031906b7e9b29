package org.computedivide.streams.rules.priors;

/**
 * One training of the fit.
 *
 * @param family by which folds are made, so that no family is on both sides
 * @param values as a curated table gives them
 * @param seen the same as our own rules read them from the text; what a prediction would have
 */
public record Row(String family, Traits traits, Quantities values, Quantities seen) {}
