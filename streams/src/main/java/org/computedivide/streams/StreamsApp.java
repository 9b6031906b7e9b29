package org.computedivide.streams;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One topology under an application id of its own. */
public final class StreamsApp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsApp.class);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(4);

    private final String name;
    private final String group;
    private final KafkaStreams streams;
    private final CountDownLatch ran = new CountDownLatch(1);
    private final Failures failures = new Failures(InstantSource.system());

    /**
     * Makes it ready to start.
     *
     * @param name what the application id ends with
     * @param threads that share its tasks
     * @param bootstrapServers address of the broker, on which its topics exist
     */
    public StreamsApp(String name, Topology topology, int threads, StreamsSettings settings, String bootstrapServers) {
        this.name = name;
        this.group = settings.applications() + "-" + name;
        this.streams = new KafkaStreams(
                topology, new StreamsConfig(KafkaSettings.of(name, threads, settings, bootstrapServers)));
        streams.setUncaughtExceptionHandler(this::replaceThread);
        streams.setStateListener(this::changed);
    }

    /** Starts; it becomes ready in the background. */
    public void start() {
        streams.start();
    }

    /** Whether it has been running within that time. */
    public boolean awaitRunning(Duration longest) throws InterruptedException {
        return ran.await(Math.max(0, longest.toNanos()), TimeUnit.NANOSECONDS);
    }

    /** What the application id ends with. */
    public String name() {
        return name;
    }

    /** The application id, which is its consumer group. */
    public String group() {
        return group;
    }

    public KafkaStreams.State state() {
        return streams.state();
    }

    /** How it is doing; from any thread. */
    public TopologyHealth health() {
        return new TopologyHealth(name, state(), failures.count(), failures.last());
    }

    /** Stops and leaves its group, so that the next start need not wait for a dead member. */
    @Override
    public void close() {
        failures.close();
        streams.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(LONGEST_CLOSE));
    }

    private void changed(KafkaStreams.State now, KafkaStreams.State before) {
        if (now == KafkaStreams.State.RUNNING) {
            ran.countDown();
        }
    }

    private StreamThreadExceptionResponse replaceThread(Throwable failure) {
        Duration pause = failures.add(failure);
        LOG.atError()
                .addKeyValue("topology", name)
                .addKeyValue("error", failure.toString())
                .addKeyValue("failures", failures.count())
                .addKeyValue("next", pause)
                .log("a thread of a topology failed and is replaced");
        failures.rest(pause);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
