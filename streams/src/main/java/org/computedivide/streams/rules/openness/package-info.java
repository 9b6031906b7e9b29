/** How open a model is: licence, weights, code, data. */
@NullMarked
package org.computedivide.streams.rules.openness;

import org.jspecify.annotations.NullMarked;
