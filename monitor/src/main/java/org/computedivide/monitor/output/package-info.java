/** Rows for people and for scripts. */
@NullMarked
package org.computedivide.monitor.output;

import org.jspecify.annotations.NullMarked;
