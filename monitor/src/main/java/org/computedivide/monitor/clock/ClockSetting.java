package org.computedivide.monitor.clock;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** What a user may say about the monitor's clock. */
public sealed interface ClockSetting {

    /** The clock of this machine. */
    record Machine() implements ClockSetting {}

    /** Began at an instant at the first start on a data directory, and has run on since, also while nothing ran. */
    record RunsOn(Instant from) implements ClockSetting {}

    /** Always the same instant. */
    record Stands(Instant at) implements ClockSetting {}

    /** What a server answers: JSON with the field {@code now}. */
    record Follows(URI server) implements ClockSetting {}

    /**
     * Reads {@code INSTANT}, {@code INSTANT!} or an http address; a date stands for its first moment, UTC.
     *
     * @throws IllegalArgumentException when it is none of them
     */
    static ClockSetting parse(String text) {
        if (text.startsWith("http://") || text.startsWith("https://")) {
            return new Follows(URI.create(text));
        }
        return text.endsWith("!")
                ? new Stands(instant(text.substring(0, text.length() - 1)))
                : new RunsOn(instant(text));
    }

    /**
     * An instant, or a date for its first moment in UTC.
     *
     * @throws IllegalArgumentException when it is neither
     */
    static Instant instant(String text) {
        try {
            return text.length() == "2026-02-16".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'%s' is not an instant like 2026-02-16T00:00:00Z, nor a date".formatted(text), e);
        }
    }
}
