/** What was known at a moment of the past, made again from the log of record. */
@NullMarked
package org.computedivide.monitor.past;

import org.jspecify.annotations.NullMarked;
