package org.computedivide.monitor.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.apache.avro.specific.SpecificRecord;
import org.computedivide.avro.json.PlainJson;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.replay.Replay;

/** Writes what a replay gave as files of JSON lines, in the order of their keys. */
record ReplayedRows(Replay.Outcome outcome) {

    void write(Path directory) {
        try {
            Files.createDirectories(directory);
            write(directory.resolve("releases.jsonl"), outcome.releases().values());
            write(directory.resolve("tallies.jsonl"), outcome.tallies().values());
            write(directory.resolve("trends.jsonl"), outcome.trends().values());
            write(directory.resolve("corrections.jsonl"), outcome.corrections());
        } catch (IOException e) {
            throw new CannotRun("cannot write to " + directory + ": " + e.getMessage(), e);
        }
    }

    private static void write(Path file, Collection<? extends SpecificRecord> rows) throws IOException {
        Files.write(
                file, rows.stream().map(row -> PlainJson.write(row).toString()).toList());
    }
}
