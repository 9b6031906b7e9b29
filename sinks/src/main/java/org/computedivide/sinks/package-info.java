/** What people read: PostgreSQL tables, the web page on them and the newsletter. */
@NullMarked
package org.computedivide.sinks;

import org.jspecify.annotations.NullMarked;
