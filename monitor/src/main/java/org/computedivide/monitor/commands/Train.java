package org.computedivide.monitor.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.training.PaperTraining;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Learns the weights by which a paper is judged. */
@Command(
        name = "train",
        description = {
            "Learn from labelled abstracts by which words a paper is told to announce a model, and write the weights.",
            "Prints how well it does on families that it has not seen. The rules read the weights from their own data files."
        })
public final class Train implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--labels",
            required = true,
            paramLabel = "DIR",
            description = "folder with detection/arxiv-weak.jsonl and detection/arxiv-read.jsonl")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path labels;

    @Option(
            names = "--arxiv",
            paramLabel = "DIR",
            description = "folder of recorded arXiv entries (*.jsonl.gz), which hold the papers that we read ourselves")
    private @Nullable Path arxiv;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "where the weights go")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Override
    public Integer call() {
        try {
            new PaperTraining().run(labels, arxiv, out, spec.commandLine().getOut());
            return 0;
        } catch (IOException e) {
            throw new CannotRun("cannot train: %s".formatted(e.getMessage()), e);
        }
    }
}
