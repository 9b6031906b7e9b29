package org.computedivide.avro.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;

/** Readers of tomorrow read the records of every release, and readers of every release read those of tomorrow. */
class SchemaEvolutionTest {

    @Test
    void shouldStayCompatibleWithEveryRelease() throws IOException {
        // Given:
        var current = ReleasedSchemas.current();
        var breaks = new ArrayList<String>();

        // When:
        ReleasedSchemas.released().forEach((file, released) -> {
            Schema today = current.get(ReleasedSchemas.topicOf(file));
            if (today == null) {
                breaks.add(file + ": the topic is gone");
            } else if (!fullyCompatible(released, today)) {
                breaks.add(file + ": " + describe(released, today));
            }
        });

        // Then:
        assertThat(breaks)
                .as("a change that old readers or writers do not survive needs a topic v2")
                .isEmpty();
    }

    @Test
    void shouldKnowAReleaseOfEveryTopic() throws IOException {
        assertThat(ReleasedSchemas.released().keySet().stream().map(ReleasedSchemas::topicOf))
                .containsAll(ReleasedSchemas.current().keySet());
    }

    @Test
    void shouldRefuseANewFieldWithoutDefaultAndARemovedOne() {
        // Given:
        Schema released = SchemaBuilder.record("R").fields().requiredString("a").endRecord();
        Schema renamed = SchemaBuilder.record("R").fields().requiredString("b").endRecord();
        Schema grown = SchemaBuilder.record("R")
                .fields()
                .requiredString("a")
                .name("b")
                .type()
                .stringType()
                .stringDefault("")
                .endRecord();

        // Then:
        assertThat(fullyCompatible(released, renamed)).isFalse();
        assertThat(fullyCompatible(released, grown)).isTrue();
    }

    @Test
    void shouldDocumentAndDefaultEveryField() {
        // When:
        Stream<String> bare = records().stream()
                .flatMap(schema -> schema.getFields().stream()
                        .filter(field -> field.doc() == null || field.doc().isBlank() || !field.hasDefaultValue())
                        .map(field -> schema.getName() + "." + field.name()));

        // Then:
        assertThat(bare).isEmpty();
    }

    private static boolean fullyCompatible(Schema released, Schema today) {
        return canRead(today, released) && canRead(released, today);
    }

    private static boolean canRead(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                        .getType()
                == SchemaCompatibilityType.COMPATIBLE;
    }

    private static String describe(Schema released, Schema today) {
        return Stream.of(
                        SchemaCompatibility.checkReaderWriterCompatibility(today, released),
                        SchemaCompatibility.checkReaderWriterCompatibility(released, today))
                .flatMap(pair -> pair.getResult().getIncompatibilities().stream())
                .map(problem -> problem.getLocation() + " " + problem.getMessage())
                .toList()
                .toString();
    }

    private static Set<Schema> records() {
        var records = new LinkedHashSet<Schema>();
        ReleasedSchemas.current().values().forEach(schema -> collect(schema, records));
        return records;
    }

    private static void collect(Schema schema, Set<Schema> records) {
        switch (schema.getType()) {
            case RECORD -> {
                if (records.add(schema)) {
                    schema.getFields().forEach(field -> collect(field.schema(), records));
                }
            }
            case UNION -> schema.getTypes().forEach(type -> collect(type, records));
            case ARRAY -> collect(schema.getElementType(), records);
            case MAP -> collect(schema.getValueType(), records);
            default -> List.of();
        }
    }
}
