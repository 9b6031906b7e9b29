package org.computedivide.producers.fetch;

import java.time.Instant;
import java.util.Optional;

/**
 * Why an address could not be read.
 *
 * @param state how the source is doing, a word of {@code SourceHealth.state}
 * @param reason a stable word: unreachable, timeout, status, refused, blocked, redirect, circuit-open, page-changed, or
 *     one of {@code Rejected.reason}
 * @param detail one sentence for people
 * @param excerpt the beginning of what was refused; empty when nothing came
 * @param retryAt when the site said to come back, in real time
 */
public record Failure(String state, String reason, String detail, String excerpt, Optional<Instant> retryAt) {

    /** The site cannot be reached at all. */
    public static Failure unreachable(String detail) {
        return new Failure("unreachable", "unreachable", detail, "", Optional.empty());
    }

    /** The site may not be asked: robots.txt, a forbidden address. */
    public static Failure blocked(String reason, String detail) {
        return new Failure("blocked", reason, detail, "", Optional.empty());
    }

    /** The site answered, but not well. */
    public static Failure failing(String reason, String detail) {
        return new Failure("failing", reason, detail, "", Optional.empty());
    }

    /** The page lacks what it always had. */
    static Failure pageChanged(String detail) {
        return new Failure("page-changed", "page-changed", detail, "", Optional.empty());
    }

    Failure withExcerpt(String text) {
        return new Failure(state, reason, detail, text, retryAt);
    }

    Failure withRetryAt(Optional<Instant> at) {
        return new Failure(state, reason, detail, excerpt, at);
    }

    /** Whether the body itself was at fault, so that it belongs among the rejected. */
    public boolean ofContent() {
        return switch (reason) {
            case "not-utf8", "truncated", "wrong-type", "page-changed", "too-large", "html-instead", "other" -> true;
            default -> false;
        };
    }
}
