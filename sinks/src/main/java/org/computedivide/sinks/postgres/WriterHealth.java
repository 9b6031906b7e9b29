package org.computedivide.sinks.postgres;

import java.time.Instant;

/**
 * How a writer is doing.
 *
 * @param writer its name: releases, facts, tallies, news
 * @param state whether it follows its topics
 * @param message one sentence when it does not
 * @param since since when it is in this state
 */
public record WriterHealth(String writer, State state, String message, Instant since) {

    /** Whether a writer follows its topics. */
    public enum State {
        STARTING,
        FOLLOWING,
        FAILING
    }

    public boolean isFollowing() {
        return state == State.FOLLOWING;
    }
}
