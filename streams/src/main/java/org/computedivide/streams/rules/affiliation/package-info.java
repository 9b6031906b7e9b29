/** Whose a model is: organisations, their type and country. */
@NullMarked
package org.computedivide.streams.rules.affiliation;

import org.jspecify.annotations.NullMarked;
