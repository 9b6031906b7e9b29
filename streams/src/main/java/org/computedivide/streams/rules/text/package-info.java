/** Words, numbers, sentences and tables of a text, read in one pass and in time linear in its length. */
@NullMarked
package org.computedivide.streams.rules.text;

import org.jspecify.annotations.NullMarked;
