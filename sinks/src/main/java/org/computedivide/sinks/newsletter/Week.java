package org.computedivide.sinks.newsletter;

import java.time.LocalDate;
import org.computedivide.avro.Digest;

/** Which week a letter is about. */
record Week(String iso, LocalDate from, LocalDate to) {

    static Week of(Digest digest) {
        return new Week(digest.getWeek(), LocalDate.parse(digest.getFrom()), LocalDate.parse(digest.getTo()));
    }

    String title() {
        String[] parts = iso.split("-W", 2);
        return parts.length < 2 ? iso : "Week " + Integer.parseInt(parts[1]) + ", " + parts[0];
    }

    /**
     * What was published from this day on is news: a paper is listed days after it was sent in, a post is found at once.
     */
    LocalDate newsFrom() {
        return from.minusDays(7);
    }

    String dates() {
        return Words.span(from, to);
    }
}
