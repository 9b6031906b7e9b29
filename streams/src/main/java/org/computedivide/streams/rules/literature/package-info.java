/** Claims of the literature beside what our tallies and trends say today. */
@NullMarked
package org.computedivide.streams.rules.literature;

import org.jspecify.annotations.NullMarked;
