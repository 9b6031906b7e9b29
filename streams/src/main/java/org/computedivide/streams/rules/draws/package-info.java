/** Seeded draws from intervals, with nothing random in them: the same release gives the same draws for ever. */
@NullMarked
package org.computedivide.streams.rules.draws;

import org.jspecify.annotations.NullMarked;
