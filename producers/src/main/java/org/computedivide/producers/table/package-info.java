/** Curated tables: Epoch AI's models and the bundled landmarks. */
@NullMarked
package org.computedivide.producers.table;

import org.jspecify.annotations.NullMarked;
