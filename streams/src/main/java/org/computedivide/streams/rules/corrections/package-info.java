/** What was published and has changed. */
@NullMarked
package org.computedivide.streams.rules.corrections;

import org.jspecify.annotations.NullMarked;
