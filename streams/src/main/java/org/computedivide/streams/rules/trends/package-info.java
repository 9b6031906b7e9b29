/** Fitted growth of training compute. */
@NullMarked
package org.computedivide.streams.rules.trends;

import org.jspecify.annotations.NullMarked;
