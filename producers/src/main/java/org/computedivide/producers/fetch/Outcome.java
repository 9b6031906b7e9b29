package org.computedivide.producers.fetch;

import org.computedivide.avro.Validator;

/** What came of asking for an address. */
public sealed interface Outcome<T> {

    /** A page that was read; the validator makes the next request conditional. */
    record Read<T>(T value, Validator validator) implements Outcome<T> {}

    /** The site said that nothing has changed. */
    record Unchanged<T>() implements Outcome<T> {}

    /**
     * The site said that there is nothing here for us.
     *
     * @param status 401, 403, 404 or 410; 200 when the page is there and holds nothing of interest
     * @param code the site's own word for it; empty when it gave none
     */
    record Absent<T>(int status, String code) implements Outcome<T> {

        /** Whether the page itself is there. */
        public boolean isEmptyPage() {
            return status == 200;
        }
    }

    /** All tries failed. */
    record Failed<T>(Failure failure) implements Outcome<T> {}
}
