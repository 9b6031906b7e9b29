package org.computedivide.producers.line;

import java.util.Optional;
import org.computedivide.producers.fetch.Failure;

/**
 * What came of asking for one page.
 *
 * @param due whether there was a page to ask for
 * @param failure why it could not be read
 */
record Step(boolean due, Optional<Failure> failure) {

    static final Step NOTHING_DUE = new Step(false, Optional.empty());
}
