/** Models that were learned from labelled cases: a sum of weights from a data file, nothing more. */
@NullMarked
package org.computedivide.streams.rules.learned;

import org.jspecify.annotations.NullMarked;
