package org.computedivide.monitor.commands;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import org.computedivide.streams.rules.Same;
import picocli.CommandLine.Command;

/** The rules of identity over a file of pairs. */
@Command(
        name = "same",
        description = {
            "Read pairs of observations as JSON lines {\"case\", \"a\", \"b\"} and say of each whether both are about one model.",
            "Prints {\"case\", \"same\", \"sameFamily\", \"reason\"}; a line that cannot be read gives {\"line\", \"error\"}."
        })
public final class SamePairs extends LineWork {

    @Override
    int run(BufferedReader in, PrintWriter out) throws IOException {
        return new Same().run(in, out);
    }
}
