@NullMarked
package org.computedivide.sinks.postgres;

import org.jspecify.annotations.NullMarked;
