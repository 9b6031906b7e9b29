/** Facts: values with the words that prove them. */
@NullMarked
package org.computedivide.streams.rules.facts;

import org.jspecify.annotations.NullMarked;
