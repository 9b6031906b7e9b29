/** How fast the monitor is, measured side by side with what one would use instead. */
@NullMarked
package org.computedivide.monitor.bench;

import org.jspecify.annotations.NullMarked;
