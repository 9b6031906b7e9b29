/** What a training usually took, given what is known: a joint normal of compute, size and hardware, and how it is fitted. */
@NullMarked
package org.computedivide.streams.rules.priors;

import org.jspecify.annotations.NullMarked;
