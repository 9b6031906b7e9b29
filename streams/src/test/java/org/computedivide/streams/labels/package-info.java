/** Predictions over labelled cases, to be scored. */
@NullMarked
package org.computedivide.streams.labels;

import org.jspecify.annotations.NullMarked;
