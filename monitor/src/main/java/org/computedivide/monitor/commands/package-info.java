/** One class per subcommand of {@code divide}. */
@NullMarked
package org.computedivide.monitor.commands;

import org.jspecify.annotations.NullMarked;
