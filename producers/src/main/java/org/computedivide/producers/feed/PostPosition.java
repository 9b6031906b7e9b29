package org.computedivide.producers.feed;

import java.time.Instant;
import java.util.Optional;
import org.computedivide.producers.source.Look;
import org.computedivide.producers.source.Positions;
import org.computedivide.producers.source.Published;

/**
 * Where a lab's posts stand.
 *
 * @param since posts before this instant are left alone
 * @param round the round in which they were last asked for
 * @param loaded whether they were read once
 * @param posts how many stood there at the last look
 */
record PostPosition(String since, long round, boolean loaded, int posts) {

    static PostPosition of(Look look) {
        return Positions.read(
                look.position(),
                PostPosition.class,
                () -> new PostPosition(look.since().toString(), 0, false, 0));
    }

    boolean isAsked(Look look) {
        return round == look.round();
    }

    /** The posts are as they were. */
    String unchanged(Look look) {
        return Positions.write(new PostPosition(since, look.round(), loaded, posts));
    }

    /** They were read. */
    String read(Look look, int found) {
        return Positions.write(new PostPosition(since, look.round(), true, found));
    }

    /** A post that was seen stays of interest; one from before the first start never was. */
    boolean isWanted(Look look, String id, Optional<Published> published) {
        return look.seen().of(id).isPresent()
                || published.map(time -> !time.isBefore(Instant.parse(since))).orElse(true);
    }

    /** A post without a date that stands there at the first look is taken as old. */
    String intake(Optional<Published> published) {
        return !loaded && published.isEmpty() ? "first-load" : "live";
    }
}
