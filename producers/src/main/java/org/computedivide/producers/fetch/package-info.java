/** Manners towards other people's servers, in one place. */
@NullMarked
package org.computedivide.producers.fetch;

import org.jspecify.annotations.NullMarked;
