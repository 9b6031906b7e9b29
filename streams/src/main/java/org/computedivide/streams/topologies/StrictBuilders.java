package org.computedivide.streams.topologies;

import java.util.Properties;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;

/**
 * Makes the builder of every topology. A store or internal topic without a name of its own would be called by its
 * position, and lose its state when a step is added before it; such topologies are refused. The setting is only
 * honoured by builders made this way.
 */
public final class StrictBuilders {

    private StrictBuilders() {}

    /** A builder that refuses, when it builds, stores and internal topics without a name. */
    public static StreamsBuilder strict() {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "described-only");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        return new StreamsBuilder(new TopologyConfig(new StreamsConfig(settings)));
    }
}
