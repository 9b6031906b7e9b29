/** Broker, registry and database for a machine that has none, each with its data in one directory. */
@NullMarked
package org.computedivide.monitor.embedded;

import org.jspecify.annotations.NullMarked;
