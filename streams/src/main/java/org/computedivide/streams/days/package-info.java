/** The days that are ticked, and the log they stand in. */
@NullMarked
package org.computedivide.streams.days;

import org.jspecify.annotations.NullMarked;
