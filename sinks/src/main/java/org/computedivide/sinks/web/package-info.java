/** The web page and its JSON interface; both read PostgreSQL only. */
@NullMarked
package org.computedivide.sinks.web;

import org.jspecify.annotations.NullMarked;
