package org.computedivide.producers.fetch;

/**
 * One try: what came of it, and whether another one soon may fare better.
 */
record Try<T>(Outcome<T> outcome, boolean mayPass) {

    static <T> Try<T> of(Outcome<T> outcome) {
        return new Try<>(outcome, false);
    }

    static <T> Try<T> failed(Failure failure, boolean mayPass) {
        return new Try<>(new Outcome.Failed<>(failure), mayPass);
    }

    boolean failed() {
        return outcome instanceof Outcome.Failed;
    }
}
