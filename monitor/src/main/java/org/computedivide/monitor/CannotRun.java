package org.computedivide.monitor;

/** Something that a user can mend stands in the way; the message is one sentence that says what and what to do. */
public final class CannotRun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotRun(String message) {
        super(message);
    }

    public CannotRun(String message, Throwable cause) {
        super(message, cause);
    }
}
