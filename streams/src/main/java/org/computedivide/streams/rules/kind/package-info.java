/** What an observation announces: a model newly trained, a derivative, or nothing of the kind. */
@NullMarked
package org.computedivide.streams.rules.kind;

import org.jspecify.annotations.NullMarked;
