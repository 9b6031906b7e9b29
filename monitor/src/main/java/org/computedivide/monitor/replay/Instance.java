package org.computedivide.monitor.replay;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.streams.Topology;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.running.Logs;
import org.computedivide.streams.StreamsApp;
import org.computedivide.streams.StreamsSettings;
import org.computedivide.streams.topologies.FactsTopology;
import org.computedivide.streams.topologies.ReleasesTopology;
import org.computedivide.streams.topologies.TalliesTopology;
import org.computedivide.streams.topologies.TrendsTopology;

/**
 * The topologies from observations to trends in a Java process of their own, with a standby of each state on the other
 * instances; it lives until it is killed.
 */
final class Instance implements AutoCloseable {

    private static final int THREADS = 1;

    private final Process process;

    private Instance(Process process) {
        this.process = process;
    }

    /** What the process runs: address of the broker, folder for its stores. */
    public static void main(String[] arguments) throws InterruptedException {
        String kafka = arguments[0];
        Path folder = Path.of(arguments[1]);
        Logs.to(folder.resolve("instance.log"));
        StreamsSettings settings = StreamsSettings.in(folder.resolve("stores")).withStandbys(1);
        TopicSerdes serdes = TopicSerdes.embedded();
        run("facts", FactsTopology.build(serdes), settings, kafka);
        run("releases", ReleasesTopology.build(serdes), settings, kafka);
        run("tallies", TalliesTopology.build(serdes), settings, kafka);
        run("trends", TrendsTopology.build(serdes), settings, kafka);
        new CountDownLatch(1).await();
    }

    private static void run(String name, Topology topology, StreamsSettings settings, String kafka) {
        new StreamsApp(name, topology, THREADS, settings, kafka).start();
    }

    /** Starts one over the class path of this program. */
    static Instance start(String kafka, Path folder) {
        try {
            java.nio.file.Files.createDirectories(folder);
            return new Instance(new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-Xss512k",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=org.computedivide.avro",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Instance.class.getName(),
                            kafka,
                            folder.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(new File(folder.toFile(), "instance.out"))
                    .start());
        } catch (IOException e) {
            throw new CannotRun("cannot start an instance of the topologies: " + e.getMessage(), e);
        }
    }

    /** Ends it at once, as a crash does. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
