/** The weekly digest, as a fold of observations. */
@NullMarked
package org.computedivide.streams.rules.digest;

import org.jspecify.annotations.NullMarked;
