/** The plain JSON form of the contracts: one object a line, absent fields left out. */
@NullMarked
package org.computedivide.avro.json;

import org.jspecify.annotations.NullMarked;
