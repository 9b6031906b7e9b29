/** The whole line in plain Java, in memory. */
@NullMarked
package org.computedivide.streams.rules.line;

import org.jspecify.annotations.NullMarked;
