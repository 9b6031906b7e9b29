package org.computedivide.avro.topics;

import io.apicurio.registry.resolver.SchemaResolverConfig;
import io.apicurio.registry.serde.Legacy4ByteIdHandler;
import io.apicurio.registry.serde.SerdeConfig;
import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerdeConfig;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.apicurio.registry.serde.config.IdOption;
import io.apicurio.registry.serde.data.KafkaSerdeMetadata;
import io.apicurio.registry.serde.data.KafkaSerdeRecord;
import io.apicurio.registry.serde.strategy.TopicIdStrategy;
import java.net.URI;
import java.util.Map;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** How the values of a topic become bytes. */
@FunctionalInterface
public interface TopicSerdes {

    /** A serde for the values of the topic. */
    <V extends SpecificRecord> Serde<V> of(Topic<V> topic);

    /**
     * The wire format that every Kafka client can read: a zero byte, a 4-byte schema id, Avro binary.
     *
     * @param registry address of the registry, for example {@code http://127.0.0.1:8081/apis/registry/v2}
     */
    static TopicSerdes registry(URI registry) {
        Map<String, Object> settings = settings(registry);
        return new TopicSerdes() {
            @Override
            public <V extends SpecificRecord> Serde<V> of(Topic<V> topic) {
                var serde = Serdes.serdeFrom(
                        new AvroKafkaSerializer<V>(new KnownSchemas<V>()), new AvroKafkaDeserializer<V>());
                serde.configure(settings, false);
                return serde;
            }
        };
    }

    /** Registers the schemas of all topics before any value names them. */
    static void register(URI registry) {
        var schemas = new KnownSchemas<SpecificRecord>();
        try (var serializer = new AvroKafkaSerializer<SpecificRecord>(schemas)) {
            serializer.configure(settings(registry), false);
            for (Topic<?> topic : Topics.ALL) {
                var schema = SpecificData.get().getSchema(topic.value());
                var value = (SpecificRecord) SpecificData.get().newRecord(null, schema);
                // Topics with values of one kind are registered each; what is known would not be asked for again.
                schemas.reset();
                schemas.resolveSchema(new KafkaSerdeRecord<>(new KafkaSerdeMetadata(topic.name(), false, null), value));
            }
        }
    }

    private static Map<String, Object> settings(URI registry) {
        // Other clients ask the registry's Confluent interface, which knows schemas by the id of their content.
        return Map.of(
                SchemaResolverConfig.REGISTRY_URL, registry.toString(),
                SchemaResolverConfig.AUTO_REGISTER_ARTIFACT, true,
                SchemaResolverConfig.FIND_LATEST_ARTIFACT, false,
                SchemaResolverConfig.DEREFERENCE_SCHEMA, true,
                SchemaResolverConfig.ARTIFACT_RESOLVER_STRATEGY, TopicIdStrategy.class.getName(),
                SerdeConfig.ENABLE_HEADERS, false,
                SerdeConfig.ID_HANDLER, Legacy4ByteIdHandler.class.getName(),
                SerdeConfig.USE_ID, IdOption.contentId.name(),
                AvroKafkaSerdeConfig.USE_SPECIFIC_AVRO_READER, true);
    }

    /** Avro single-object encoding without a registry: for state stores and for tests. */
    static TopicSerdes embedded() {
        return new TopicSerdes() {
            @Override
            public <V extends SpecificRecord> Serde<V> of(Topic<V> topic) {
                return SingleObjectSerde.of(topic.value());
            }
        };
    }
}
