/** What a source is: where to look next, and a pure reading of the answer. */
@NullMarked
package org.computedivide.producers.source;

import org.jspecify.annotations.NullMarked;
