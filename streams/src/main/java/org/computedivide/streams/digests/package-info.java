/** Digests made from the log of record by bounded replay. */
@NullMarked
package org.computedivide.streams.digests;

import org.jspecify.annotations.NullMarked;
