package org.computedivide.avro.topics;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * One Kafka topic: keys are UTF-8 strings, values one Avro type.
 *
 * @param name the name on the broker
 * @param key what the key says, for people
 * @param value the class of the values
 * @param partitions how many, for ever
 * @param cleanup what the broker throws away
 * @param purpose one sentence for the documentation
 */
public record Topic<V extends SpecificRecord>(
        String name, String key, Class<V> value, int partitions, Cleanup cleanup, String purpose) {

    /** What the broker throws away. */
    public enum Cleanup {
        /** Nothing, ever. */
        KEEP("kept for ever"),
        /** All but the newest value of a key. */
        COMPACT("compact"),
        /** What is older than 90 days. */
        DELETE("delete, 90 days");

        private final String words;

        Cleanup(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private static final int MAX_MESSAGE_BYTES = 2 * 1024 * 1024;

    /** Broker settings of the topic. */
    public Map<String, String> config() {
        var config = new LinkedHashMap<String, String>();
        config.put("max.message.bytes", Integer.toString(MAX_MESSAGE_BYTES));
        config.put("compression.type", "zstd");
        switch (cleanup) {
            case KEEP -> {
                config.put("cleanup.policy", "delete");
                config.put("retention.ms", "-1");
                config.put("retention.bytes", "-1");
            }
            case COMPACT -> config.put("cleanup.policy", "compact");
            case DELETE -> {
                config.put("cleanup.policy", "delete");
                config.put("retention.ms", Long.toString(Duration.ofDays(90).toMillis()));
                config.put("message.timestamp.type", "LogAppendTime");
            }
        }
        return config;
    }
}
