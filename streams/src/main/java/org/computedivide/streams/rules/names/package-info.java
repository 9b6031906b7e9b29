/** Names of models and the keys that say which one is meant. */
@NullMarked
package org.computedivide.streams.rules.names;

import org.jspecify.annotations.NullMarked;
