/** Which releases are worth an alert, and what was alerted before. */
@NullMarked
package org.computedivide.streams.rules.alerts;

import org.jspecify.annotations.NullMarked;
