package org.computedivide.producers.fetch;

import java.time.Duration;
import java.util.Optional;

/**
 * The header RateLimit as the Hub sends it (IETF draft ratelimit-headers): {@code "api";r=499;t=293}.
 *
 * @param bucket which allowance
 * @param remaining requests left in the window
 * @param reset time until the window ends
 */
record RateLimit(String bucket, long remaining, Duration reset) {

    /** The allowance that a header names; empty when it has another form. */
    static Optional<RateLimit> read(String value) {
        String bucket = "";
        long remaining = -1;
        long reset = -1;
        for (String part : value.split(";", -1)) {
            String item = part.strip();
            if (item.startsWith("\"")) {
                bucket = item.replace("\"", "");
            } else if (item.startsWith("r=")) {
                remaining = number(item);
            } else if (item.startsWith("t=")) {
                reset = number(item);
            }
        }
        return remaining < 0 || reset < 0
                ? Optional.empty()
                : Optional.of(new RateLimit(bucket, remaining, Duration.ofSeconds(reset)));
    }

    private static long number(String item) {
        String digits = item.substring(2);
        boolean readable =
                !digits.isEmpty() && digits.length() < 10 && digits.chars().allMatch(Character::isDigit);
        return readable ? Long.parseLong(digits) : -1;
    }
}
