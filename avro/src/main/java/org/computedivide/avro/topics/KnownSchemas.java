package org.computedivide.avro.topics;

import io.apicurio.registry.resolver.DefaultSchemaResolver;
import io.apicurio.registry.resolver.SchemaLookupResult;
import io.apicurio.registry.resolver.data.Record;
import io.apicurio.registry.serde.data.KafkaSerdeMetadata;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/**
 * Asks the registry once for the schema of a topic's values. The client's own resolver, which registers what it is given,
 * looks a schema up by its text and writes that text anew for each value. The values of one of our topics have one schema.
 */
final class KnownSchemas<V> extends DefaultSchemaResolver<Schema, V> {

    private final Map<String, SchemaLookupResult<Schema>> byTopic = new ConcurrentHashMap<>();

    @Override
    public SchemaLookupResult<Schema> resolveSchema(Record<V> value) {
        String topic = ((KafkaSerdeMetadata) value.metadata()).getTopic();
        SchemaLookupResult<Schema> known = byTopic.get(topic);
        // One of many threads that write first asks; the others wait for it.
        return known != null ? known : byTopic.computeIfAbsent(topic, any -> super.resolveSchema(value));
    }

    @Override
    public void reset() {
        byTopic.clear();
        super.reset();
    }
}
