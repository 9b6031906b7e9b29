/** Learns the weights that the rules sum up, from labelled cases. */
@NullMarked
package org.computedivide.monitor.training;

import org.jspecify.annotations.NullMarked;
