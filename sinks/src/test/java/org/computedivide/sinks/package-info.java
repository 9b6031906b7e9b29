@NullMarked
package org.computedivide.sinks;

import org.jspecify.annotations.NullMarked;
