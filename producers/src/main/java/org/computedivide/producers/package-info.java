/** The sources: everything that announces a model, politely and exactly once. */
@NullMarked
package org.computedivide.producers;

import org.jspecify.annotations.NullMarked;
