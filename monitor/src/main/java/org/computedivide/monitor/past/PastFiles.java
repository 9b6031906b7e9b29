package org.computedivide.monitor.past;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.computedivide.avro.json.PlainJson;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.output.Format;
import org.computedivide.monitor.output.RowWriter;

/** The tables of a past moment as files of JSON lines, in the order of their keys: the same moment, the same bytes. */
public final class PastFiles {

    private final Path folder;

    public PastFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes one file for each table.
     *
     * @throws CannotRun when the folder cannot be written
     */
    public void write(Past past) {
        try {
            Files.createDirectories(folder);
            write("releases", past.releases().values());
            write("evidence", past.evidence().values());
            write("tallies", past.tallies().values());
            write("trends", past.trends().values());
            write("literature", past.literature().values());
            write(
                    "alerts",
                    past.alerts().values().stream()
                            .flatMap(alerts -> alerts.values().stream())
                            .toList());
            write("corrections", past.corrections());
            write("digests", past.digests().values());
        } catch (IOException e) {
            throw new CannotRun(
                    "cannot write into %s (%s); choose another folder with --out DIR".formatted(folder, e), e);
        }
    }

    private void write(String name, Collection<? extends SpecificRecord> values) throws IOException {
        Path file = folder.resolve(name + ".jsonl");
        try (var text = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
                RowWriter rows = Format.JSONL.writer(text, List.of())) {
            values.forEach(value -> rows.write(PlainJson.write(value)));
            if (text.checkError()) {
                throw new IOException("the disk may be full");
            }
        }
    }
}
