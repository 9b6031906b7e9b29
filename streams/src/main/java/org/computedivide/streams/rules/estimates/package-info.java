/** Estimates of training compute, cost, energy and carbon from facts. */
@NullMarked
package org.computedivide.streams.rules.estimates;

import org.jspecify.annotations.NullMarked;
