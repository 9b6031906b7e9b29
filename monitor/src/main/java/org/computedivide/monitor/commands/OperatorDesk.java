package org.computedivide.monitor.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.KafkaException;
import org.computedivide.avro.Observation;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.clock.Clocks;
import org.computedivide.monitor.reading.Reading;
import org.computedivide.monitor.reading.TopicReader;
import org.computedivide.monitor.running.Addresses;
import org.computedivide.monitor.settings.MonitorSettings;
import org.computedivide.producers.line.OperatorLog;

/** Where commands write what the operator says, by the clock of the monitor. */
final class OperatorDesk implements AutoCloseable {

    private final OperatorLog log;

    private OperatorDesk(OperatorLog log) {
        this.log = log;
    }

    /**
     * Opens the log.
     *
     * @throws CannotRun when the brokers do not let us write
     */
    static OperatorDesk open(Reading reading, SettingOptions options) {
        Addresses servers = reading.servers();
        TopicSerdes serdes = TopicSerdes.registry(servers.registry());
        try {
            return new OperatorDesk(OperatorLog.open(servers.kafka(), serdes, clock(options.read())));
        } catch (KafkaException e) {
            throw cannotWrite(e);
        }
    }

    /** Writes all of it or nothing; returns what was not in the log yet. */
    List<Observation> write(List<Observation> said) {
        try {
            return log.write(said);
        } catch (KafkaException e) {
            throw cannotWrite(e);
        }
    }

    /** The newest version of everything that the operator said, by id. */
    static SortedMap<String, Observation> said(TopicReader topics) {
        var said = new TreeMap<String, Observation>();
        topics.read(Topics.OBSERVATIONS, observation -> {
            if (observation.getSource().equals(OperatorLog.SOURCE)) {
                said.put(observation.getNativeId(), observation);
            }
            return true;
        });
        return said;
    }

    @Override
    public void close() {
        log.close();
    }

    private static InstantSource clock(MonitorSettings settings) {
        Path data = settings.data();
        return Files.isDirectory(data)
                ? Clocks.open(settings.clock(), data, InstantSource.system())
                : InstantSource.system();
    }

    private static CannotRun cannotWrite(KafkaException e) {
        return new CannotRun("nothing was written to the log: " + e.getMessage(), e);
    }
}
