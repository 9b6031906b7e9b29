/** The line from a source to the log of record: rounds, transactions, health. */
@NullMarked
package org.computedivide.producers.line;

import org.jspecify.annotations.NullMarked;
