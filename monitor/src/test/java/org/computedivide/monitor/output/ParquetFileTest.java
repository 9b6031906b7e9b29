package org.computedivide.monitor.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.computedivide.monitor.reading.DatabaseTable.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetFileTest {

    private static final List<Field> FIELDS = List.of(
            new Field("Training compute (FLOP)", "float8"),
            new Field("n", "int8"),
            new Field("open", "bool"),
            new Field("day", "date"),
            new Field("seen", "timestamptz"),
            new Field("makers", "_text"),
            new Field("proofs", "jsonb"),
            new Field("nothing", "text"));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldKeepTypesAndLeaveOutWhatIsUnknown() throws IOException {
        // Given:
        var row = (ObjectNode) new ObjectMapper().readTree("""
                        {"Training compute (FLOP)": 3.3e24, "n": 9007199254740993, "open": true, "day": "2026-02-16",
                         "seen": "1970-01-01T00:00:01.5+00:00", "makers": ["A", "B, Inc."], "proofs": [{"quote": "x"}], "nothing": null}
                        """);
        Path file = folder.resolve("rows.parquet");

        // When:
        try (var parquet = new ParquetFile(file, FIELDS)) {
            parquet.write(row);
        }

        // Then:
        Group read = first(file);
        assertThat(read.getDouble("Training compute (FLOP)", 0)).isEqualTo(3.3e24);
        assertThat(read.getLong("n", 0)).isEqualTo(9007199254740993L);
        assertThat(read.getBoolean("open", 0)).isTrue();
        assertThat(read.getInteger("day", 0)).isEqualTo(20_500);
        assertThat(read.getLong("seen", 0)).isEqualTo(1_500_000);
        assertThat(read.getGroup("makers", 0).getGroup(0, 1).getString(0, 0)).isEqualTo("B, Inc.");
        assertThat(read.getString("proofs", 0)).isEqualTo("[{\"quote\":\"x\"}]");
        assertThat(read.getFieldRepetitionCount("nothing")).isZero();
    }

    private static Group first(Path file) throws IOException {
        var options =
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
            MessageType schema = reader.getFileMetaData().getSchema();
            PageReadStore pages = Objects.requireNonNull(reader.readNextRowGroup());
            return new ColumnIOFactory()
                    .getColumnIO(schema)
                    .getRecordReader(pages, new GroupRecordConverter(schema))
                    .read();
        }
    }
}
