package org.computedivide.monitor.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.computedivide.monitor.CannotRun;
import org.computedivide.streams.rules.estimates.PriorRows;
import org.computedivide.streams.rules.priors.FitPrior;
import org.computedivide.streams.rules.priors.FitPrior.Held;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fits the table of the prior. */
@Command(
        name = "fit-prior",
        description = {
            "Fit what a training usually took (prior.csv) on rows of a table of models whose names stand in labelled cases; other"
                    + " rows are refused.",
            "Prints the table, or writes it with --out, and reports on standard error how well held-out families are met."
        })
public final class PriorFitting implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--facts",
            paramLabel = "FILE",
            required = true,
            description = "table of models with the columns of Epoch AI's Data on AI Models, CSV")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path facts;

    @Option(
            names = "--cases",
            paramLabel = "FILE",
            required = true,
            description = "labelled cases, JSON lines with observation and expected.modelName")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path cases;

    @Option(names = "--out", paramLabel = "FILE", description = "where to write the table; default: standard output")
    private @Nullable Path out;

    @Override
    public Integer call() {
        PriorRows rows = rows();
        if (rows.rows().isEmpty()) {
            throw new CannotRun("no row of %s has the name of a case in %s".formatted(facts, cases));
        }
        FitPrior.Result result = FitPrior.of(rows.rows());
        write(result.table().lines(origin(rows)));
        report(rows, result.held());
        return 0;
    }

    private PriorRows rows() {
        try {
            return PriorRows.read(facts, cases);
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotRun("cannot read %s and %s: %s".formatted(facts, cases, e.getMessage()), e);
        }
    }

    private static List<String> origin(PriorRows rows) {
        return List.of(
                "What a training usually took: log10 of FLOP, parameters, FLOP/s of all chips, FLOP/s of one chip, hours.",
                "Fitted by divide fit-prior on %d rows of Epoch AI, Data on AI Models, epoch.ai, CC BY 4.0, whose names stand in the"
                                .formatted(rows.rows().size())
                        + " labelled cases; %d other rows were refused.".formatted(rows.refused()),
                "A row for each term, then the covariance; spread and stretch: by how much the widths were changed so that held-out families"
                        + " lie inside. Do not edit: fit it anew.");
    }

    private void write(List<String> lines) {
        if (out == null) {
            lines.forEach(spec.commandLine().getOut()::println);
            spec.commandLine().getOut().flush();
            return;
        }
        try {
            Files.write(out, lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CannotRun("cannot write %s: %s".formatted(out, e.getMessage()), e);
        }
    }

    private void report(PriorRows rows, List<Held> held) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("%d rows fitted, %d refused: no case has their name"
                .formatted(rows.rows().size(), rows.refused()));
        err.println("Five-fold cross-validation over families:");
        err.println(String.format(
                Locale.ROOT, "  %-24s %5s %14s %9s %8s", "known", "n", "median |log10|", "inside", "sigma"));
        Map<String, List<Held>> groups = held.stream()
                .collect(Collectors.groupingBy(
                        one -> one.group() + ", " + one.known(), TreeMap::new, Collectors.toList()));
        groups.forEach((name, list) -> line(err, name, list));
        line(err, "all", held);
    }

    private static void line(PrintWriter err, String name, List<Held> held) {
        double inside = held.stream().filter(Held::isInside).count() / (double) held.size();
        double sigma = held.stream().mapToDouble(Held::sigma).average().orElse(Double.NaN);
        err.println(String.format(
                Locale.ROOT,
                "  %-24s %5d %14.2f %8.0f%% %8.2f",
                name,
                held.size(),
                FitPrior.medianError(held),
                100 * inside,
                sigma));
    }
}
