/** The topologies, run together. */
@NullMarked
package org.computedivide.streams;

import org.jspecify.annotations.NullMarked;
