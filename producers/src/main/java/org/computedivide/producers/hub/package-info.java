/** The Hugging Face Hub: new and changed model repositories with card and config. */
@NullMarked
package org.computedivide.producers.hub;

import org.jspecify.annotations.NullMarked;
