/** Topics written into PostgreSQL tables: rows and offsets in one transaction. */
@NullMarked
package org.computedivide.sinks.postgres;

import org.jspecify.annotations.NullMarked;
