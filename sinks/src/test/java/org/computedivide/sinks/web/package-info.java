@NullMarked
package org.computedivide.sinks.web;

import org.jspecify.annotations.NullMarked;
