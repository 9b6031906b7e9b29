/** Benchmarks by JMH. Every text in them is made from a seed, so that no two are alike and none is anybody's. */
@NullMarked
package org.computedivide.benchmarks;

import org.jspecify.annotations.NullMarked;
