/** The topics, declared once, and how their values are written. */
@NullMarked
package org.computedivide.avro.topics;

import org.jspecify.annotations.NullMarked;
