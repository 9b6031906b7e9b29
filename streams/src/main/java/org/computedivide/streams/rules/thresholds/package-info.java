/** Lines over training compute: those of the law, dated, and our own. */
@NullMarked
package org.computedivide.streams.rules.thresholds;

import org.jspecify.annotations.NullMarked;
