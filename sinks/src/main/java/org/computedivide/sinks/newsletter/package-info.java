/** The weekly letter: one digest in, Markdown and HTML out. */
@NullMarked
package org.computedivide.sinks.newsletter;

import org.jspecify.annotations.NullMarked;
