/** A table of curated facts as releases, row by row as written: what the replay of such a table begins with. */
@NullMarked
package org.computedivide.streams.rules.replay;

import org.jspecify.annotations.NullMarked;
