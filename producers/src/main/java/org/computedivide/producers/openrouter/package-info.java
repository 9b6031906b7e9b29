/** OpenRouter: closed and hosted models, with the time from which they were offered. */
@NullMarked
package org.computedivide.producers.openrouter;

import org.jspecify.annotations.NullMarked;
