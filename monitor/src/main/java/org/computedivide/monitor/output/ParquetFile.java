package org.computedivide.monitor.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.computedivide.monitor.reading.DatabaseTable.Field;

/**
 * A table as a Parquet file: numbers, days and instants keep their types, lists are lists, JSON is text. Dictionaries
 * make it small enough; codecs would need all of Hadoop.
 */
public final class ParquetFile implements AutoCloseable {

    private final List<Field> fields;
    private final MessageType type;
    private final ParquetWriter<Group> writer;

    /** Begins a file; one that is there is replaced. */
    public ParquetFile(Path file, List<Field> fields) throws IOException {
        this.fields = fields;
        this.type =
                new MessageType("row", fields.stream().map(ParquetFile::type).toList());
        this.writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(type)
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .build();
    }

    /** Writes a row as the database writes it in JSON. */
    public void write(ObjectNode row) throws IOException {
        var group = new SimpleGroup(type);
        for (Field field : fields) {
            JsonNode value = row.path(field.name());
            if (!value.isMissingNode() && !value.isNull()) {
                add(group, field, value);
            }
        }
        writer.write(group);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static void add(Group group, Field field, JsonNode value) {
        switch (field.type()) {
            case "float8" -> group.add(field.name(), value.doubleValue());
            case "int8", "int4" -> group.add(field.name(), value.longValue());
            case "bool" -> group.add(field.name(), value.booleanValue());
            case "date" ->
                group.add(
                        field.name(),
                        Math.toIntExact(LocalDate.parse(value.textValue()).toEpochDay()));
            case "timestamptz" -> group.add(field.name(), micros(value.textValue()));
            case "_text" -> addList(group.addGroup(field.name()), value);
            default -> group.add(field.name(), value.isTextual() ? value.textValue() : value.toString());
        }
    }

    private static void addList(Group list, JsonNode values) {
        values.forEach(value -> list.addGroup("list").add("element", value.asText()));
    }

    private static long micros(String instant) {
        return ChronoUnit.MICROS.between(
                Instant.EPOCH, OffsetDateTime.parse(instant).toInstant());
    }

    private static Type type(Field field) {
        return switch (field.type()) {
            case "float8" -> Types.optional(PrimitiveTypeName.DOUBLE).named(field.name());
            case "int8", "int4" -> Types.optional(PrimitiveTypeName.INT64).named(field.name());
            case "bool" -> Types.optional(PrimitiveTypeName.BOOLEAN).named(field.name());
            case "date" ->
                Types.optional(PrimitiveTypeName.INT32)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(field.name());
            case "timestamptz" ->
                Types.optional(PrimitiveTypeName.INT64)
                        .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
                        .named(field.name());
            case "_text" ->
                Types.optionalList()
                        .optionalElement(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(field.name());
            default ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(field.name());
        };
    }
}
