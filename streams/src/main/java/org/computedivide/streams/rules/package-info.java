/** What an observation proves, in plain Java: nothing here knows Kafka. */
@NullMarked
package org.computedivide.streams.rules;

import org.jspecify.annotations.NullMarked;
