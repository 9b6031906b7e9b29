package org.computedivide.monitor.past;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.computedivide.monitor.CannotRun;

/**
 * A moment to look back to: what was observed before it is known.
 *
 * @param instant the first moment that is not known
 */
public record Moment(Instant instant) {

    /** After everything. */
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * Reads {@code 2026-03-02T00:00:00Z}, a day (its beginning in UTC), or {@code now}.
     *
     * @throws CannotRun when it is none of these
     */
    public static Moment parse(String text) {
        try {
            if (text.equals("now")) {
                return new Moment(END);
            }
            return new Moment(
                    text.contains("T")
                            ? Instant.parse(text)
                            : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            throw new CannotRun(
                    "\"%s\" is no moment; write it like 2026-03-02T00:00:00Z, or 2026-03-02 for its beginning"
                            .formatted(text),
                    e);
        }
    }

    /** The last day that had begun before it, UTC. */
    public LocalDate day() {
        return instant.minusMillis(1).atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
