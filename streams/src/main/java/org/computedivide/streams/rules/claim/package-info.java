/** What a paper claims as its main contribution. */
@NullMarked
package org.computedivide.streams.rules.claim;

import org.jspecify.annotations.NullMarked;
