package org.computedivide.sinks.postgres;

/** A record that can be read or written by nobody, ever: it goes to the dead letters. */
final class Unwritable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unwritable(String message) {
        super(message);
    }

    Unwritable(String message, Throwable cause) {
        super(message, cause);
    }
}
