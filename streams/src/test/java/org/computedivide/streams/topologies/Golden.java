package org.computedivide.streams.topologies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.streams.Topology;

/**
 * Holds the description of a topology against a file, so that a change of a name, and with it the loss of a state, is
 * seen in review. {@code -Dgolden=write} writes the files anew.
 */
final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/org/computedivide/streams/topologies");

    private Golden() {}

    static void assertDescribes(Topology topology, String name) throws IOException {
        Path file = FOLDER.resolve(name + ".txt");
        String description = topology.describe().toString();
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(file, description);
        }
        assertThat(description).isEqualTo(Files.readString(file));
    }
}
