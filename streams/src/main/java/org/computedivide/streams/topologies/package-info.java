/** One class per topology: where the rules meet Kafka. */
@NullMarked
package org.computedivide.streams.topologies;

import org.jspecify.annotations.NullMarked;
