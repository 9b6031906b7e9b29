/** How to read the proof of a fact in its source. */
@NullMarked
package org.computedivide.avro.proof;

import org.jspecify.annotations.NullMarked;
