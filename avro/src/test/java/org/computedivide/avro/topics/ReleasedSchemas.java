package org.computedivide.avro.topics;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/**
 * The schemas of every release, one folder a release, one self-contained schema a topic. {@code main} writes those of
 * today: {@code mvn -pl avro test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=org.computedivide.avro.topics.ReleasedSchemas -Dexec.args=0.2.0}.
 */
final class ReleasedSchemas {

    private static final Path FOLDER = Path.of("src/test/resources/released");

    private ReleasedSchemas() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(FOLDER.resolve(args[0]));
        for (Map.Entry<String, Schema> topic : current().entrySet()) {
            Files.writeString(folder.resolve(topic.getKey() + ".avsc"), pretty(topic.getValue()));
        }
    }

    /** Schema by topic, as the code of today writes it. */
    static SortedMap<String, Schema> current() {
        return Topics.ALL.stream()
                .collect(Collectors.toMap(
                        Topic::name, topic -> SpecificData.get().getSchema(topic.value()), (a, b) -> a, TreeMap::new));
    }

    /** The topics of each release: path of the file to its schema. */
    static SortedMap<Path, Schema> released() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".avsc"))
                    .collect(Collectors.toMap(file -> file, ReleasedSchemas::parse, (a, b) -> a, TreeMap::new));
        }
    }

    static String topicOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.avsc$", "");
    }

    private static String pretty(Schema schema) throws IOException {
        return new ObjectMapper().readTree(schema.toString()).toPrettyString() + "\n";
    }

    private static Schema parse(Path file) {
        try {
            return new Schema.Parser().parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
