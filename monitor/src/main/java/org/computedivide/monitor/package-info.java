/** The {@code divide} command: everything in one process. */
@NullMarked
package org.computedivide.monitor;

import org.jspecify.annotations.NullMarked;
