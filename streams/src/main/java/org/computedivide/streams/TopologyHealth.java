package org.computedivide.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;

/**
 * How a topology is doing.
 *
 * @param name what its application id ends with
 * @param state as Kafka Streams says
 * @param failures how many of its threads have failed and were replaced since it started
 * @param last the last of them; empty when none has failed
 */
public record TopologyHealth(String name, KafkaStreams.State state, long failures, Optional<Failure> last) {

    /** After a failure it counts as failing for this long, in which a lasting cause fails it again. */
    static final Duration REMEMBERED = Duration.ofMinutes(2);

    /**
     * Why a thread failed.
     *
     * @param at when, by the clock of the machine
     * @param reason its error
     */
    public record Failure(Instant at, String reason) {}

    /** Whether it has stopped for good, or failed a short while before. */
    public boolean isFailing(Instant now) {
        return state.hasStartedOrFinishedShuttingDown()
                || last.filter(failure -> failure.at().plus(REMEMBERED).isAfter(now))
                        .isPresent();
    }

    /** One sentence for whoever runs it. */
    public String said() {
        return last.map(failure -> "the topology %s is tried again after failure %d, at %s: %s"
                        .formatted(name, failures, failure.at(), failure.reason()))
                .orElse("the topology %s is %s".formatted(name, state));
    }
}
