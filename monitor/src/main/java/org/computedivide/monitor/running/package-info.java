/** The parts of one monitor: starting them in order, finding a running one, stopping them. */
@NullMarked
package org.computedivide.monitor.running;

import org.jspecify.annotations.NullMarked;
