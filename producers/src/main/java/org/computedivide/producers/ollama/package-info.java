/** Ollama's library: models packed to be run at home, with their sizes. */
@NullMarked
package org.computedivide.producers.ollama;

import org.jspecify.annotations.NullMarked;
