/** Tables of known facts through the topologies, to compare what comes out with what must. */
@NullMarked
package org.computedivide.monitor.replay;

import org.jspecify.annotations.NullMarked;
