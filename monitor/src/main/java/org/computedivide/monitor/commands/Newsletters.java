package org.computedivide.monitor.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.computedivide.avro.Digest;
import org.computedivide.avro.topics.Topics;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.reading.Reading;
import org.computedivide.sinks.newsletter.Links;
import org.computedivide.sinks.newsletter.Newsletter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The weekly letter. */
@Command(name = "newsletter", description = "Write the letter of a week as Markdown and HTML, from its digest.")
public final class Newsletters implements Callable<Integer> {

    private static final URI NO_PAGE = URI.create("http://127.0.0.1/");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private SettingOptions options = new SettingOptions();

    @Option(
            names = "--week",
            paramLabel = "WEEK",
            description = "ISO week like 2026-W12 (default: the last one that is made)")
    private @Nullable String week;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "where the two files go (default: here)")
    private Path folder = Path.of(".");

    @Option(
            names = "--page",
            paramLabel = "URL",
            description = "address of the web page for the links (default: of the monitor that runs or ran last)")
    private @Nullable URI page;

    @Option(names = "--stdout", description = "print the Markdown instead of writing files")
    private boolean stdout;

    @Override
    public Integer call() {
        try (Reading reading = options.open(spec)) {
            Digest digest = choose(reading.topics().latest(Topics.DIGESTS));
            URI root = page != null ? page : reading.page().orElse(NO_PAGE);
            publish(digest.getWeek(), new Newsletter(digest, new Links(root)));
        }
        return 0;
    }

    private void publish(String name, Newsletter letter) {
        PrintWriter out = spec.commandLine().getOut();
        if (stdout) {
            out.print(letter.markdown());
        } else {
            out.println(write(folder, "compute-divide-" + name + ".md", letter.markdown()));
            out.println(write(folder, "compute-divide-" + name + ".html", letter.html()));
        }
        out.flush();
    }

    private static Path write(Path folder, String name, String text) {
        try {
            return Files.writeString(Files.createDirectories(folder).resolve(name), text);
        } catch (IOException e) {
            throw new CannotRun(
                    "cannot write %s into %s (%s); choose another folder with --out DIR".formatted(name, folder, e), e);
        }
    }

    private Digest choose(List<Digest> digests) {
        List<Digest> fitting = digests.stream()
                .filter(digest -> week == null || digest.getWeek().equals(week))
                .toList();
        if (fitting.isEmpty()) {
            String there = digests.stream().map(Digest::getWeek).sorted().collect(Collectors.joining(", "));
            String missing = there.isEmpty()
                    ? "no digest is made yet"
                    : "there is no digest of %s; there are %s".formatted(week, there);
            throw new CannotRun(missing + ". A week's digest is made on the Monday after it at 06:00 UTC");
        }
        return fitting.stream()
                .max(java.util.Comparator.comparing(Digest::getWeek))
                .orElseThrow();
    }
}
