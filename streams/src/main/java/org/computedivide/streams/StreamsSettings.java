package org.computedivide.streams;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * How the topologies run.
 *
 * @param stateDirectory where state stores lie, under the data directory
 * @param applications how the application ids begin; another beginning folds everything anew beside the old
 * @param factsThreads threads that read facts; all other topologies have one task and one thread each
 * @param standbys copies of each state that other instances keep, to take over at once; none where there is one instance
 * @param commitInterval how often transactions are committed: each hop costs about two thirds of it (DECISIONS 9)
 * @param workInterval shortest time between two rounds of fits, bootstraps and draws
 */
public record StreamsSettings(
        Path stateDirectory,
        String applications,
        int factsThreads,
        int standbys,
        Duration commitInterval,
        Duration workInterval) {

    /** Fits and draws once a minute at most. */
    public static final Duration WORK_INTERVAL = Duration.ofMinutes(1);

    public StreamsSettings {
        if (applications.isBlank()) {
            throw new IllegalArgumentException("the beginning of the application ids must not be empty");
        }
        if (factsThreads < 1) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "facts threads must be at least 1, but are %d", factsThreads));
        }
        if (standbys < 0) {
            throw new IllegalArgumentException("the number of standbys must not be negative");
        }
        if (commitInterval.isNegative() || commitInterval.isZero()) {
            throw new IllegalArgumentException("the commit interval must be longer than nothing");
        }
        if (workInterval.isNegative() || workInterval.isZero()) {
            throw new IllegalArgumentException("the time between two rounds of fits must be longer than nothing");
        }
    }

    /** Two threads for facts, a commit every 25 ms. */
    public static StreamsSettings in(Path stateDirectory) {
        return new StreamsSettings(stateDirectory, "divide-v1", 2, 0, Duration.ofMillis(25), WORK_INTERVAL);
    }

    /** The same with another shortest time between two rounds of fits and draws. */
    public StreamsSettings withWorkInterval(Duration interval) {
        return new StreamsSettings(stateDirectory, applications, factsThreads, standbys, commitInterval, interval);
    }

    /** The same with copies of each state on other instances. */
    public StreamsSettings withStandbys(int copies) {
        return new StreamsSettings(stateDirectory, applications, factsThreads, copies, commitInterval, workInterval);
    }
}
