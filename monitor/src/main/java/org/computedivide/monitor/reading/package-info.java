/** Reading topics from outside the line: for people at a terminal. */
@NullMarked
package org.computedivide.monitor.reading;

import org.jspecify.annotations.NullMarked;
