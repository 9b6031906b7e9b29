/** Papers of the day: what people on the Hugging Face Hub put forward, known by its arXiv id. */
@NullMarked
package org.computedivide.producers.papers;

import org.jspecify.annotations.NullMarked;
