/** What time it is for the monitor. */
@NullMarked
package org.computedivide.monitor.clock;

import org.jspecify.annotations.NullMarked;
