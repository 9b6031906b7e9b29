/** Counts, sums and shares over windows: a group that adds and takes away, so that order cannot matter. */
@NullMarked
package org.computedivide.streams.rules.tallies;

import org.jspecify.annotations.NullMarked;
