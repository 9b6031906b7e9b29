package org.computedivide.monitor.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.training.PaperTraining;
import org.computedivide.monitor.training.PostTraining;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Learns the weights by which papers and posts are judged. */
@Command(
        name = "train",
        description = {
            "Learn from labelled abstracts and posts by which words they are told to announce a model, and write the weights.",
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
            description = "folder with detection/arxiv-weak.jsonl, arxiv-read.jsonl and blog.jsonl")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path labels;

    @Option(
            names = "--arxiv",
            paramLabel = "DIR",
            description = "folder of recorded arXiv entries (*.jsonl.gz), which hold the papers that we read ourselves")
    private @Nullable Path arxiv;

    @Option(
            names = "--feeds",
            paramLabel = "DIR",
            description = "folder of recorded feeds (*.xml), which hold the posts that we read ourselves")
    private @Nullable Path feeds;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "folder where the weights go: paper-model.csv and post-model.csv")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Override
    public Integer call() {
        try {
            Files.createDirectories(out);
            PrintWriter print = spec.commandLine().getOut();
            new PaperTraining().run(labels, arxiv, out.resolve("paper-model.csv"), print);
            new PostTraining().run(labels, feeds, out.resolve("post-model.csv"), print);
            return 0;
        } catch (IOException e) {
            throw new CannotRun("cannot train: %s".formatted(e.getMessage()), e);
        }
    }
}
