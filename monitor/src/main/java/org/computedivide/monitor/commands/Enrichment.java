package org.computedivide.monitor.commands;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import org.computedivide.streams.rules.Enrich;
import picocli.CommandLine.Command;

/** The rules over a file. */
@Command(
        name = "enrich",
        description = {
            "Read observations as JSON lines and print what the rules make of each, one JSON line a line.",
            "A line that cannot be read gives {\"line\", \"error\"} and the rest goes on."
        })
public final class Enrichment extends LineWork {

    @Override
    int run(BufferedReader in, PrintWriter out) throws IOException {
        return new Enrich().run(in, out);
    }
}
