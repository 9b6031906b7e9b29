/** Which observations speak of one family, and the family folded into one release. */
@NullMarked
package org.computedivide.streams.rules.identity;

import org.jspecify.annotations.NullMarked;
