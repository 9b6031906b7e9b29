/** What a user can choose, and where each choice came from. */
@NullMarked
package org.computedivide.monitor.settings;

import org.jspecify.annotations.NullMarked;
