package org.computedivide.sinks.web;

/** A request asks for what cannot be; its message is one sentence for whoever asked. */
final class WrongParameter extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongParameter(String message) {
        super(message);
    }
}
