package org.computedivide.monitor.commands;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.computedivide.monitor.CannotRun;
import org.computedivide.streams.rules.estimates.Calibration;
import org.computedivide.streams.rules.estimates.Calibration.Group;
import org.computedivide.streams.rules.estimates.Calibration.Trial;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How often our intervals hold. */
@Command(
        name = "calibrate",
        description = {
            "Run the rules over labelled cases and say how often the truth lies inside our 90 %% intervals, by method and confidence.",
            "Below: where in the interval the truths lie. Flat is right; heaps at the ends say that intervals are too narrow."
        })
public final class Calibrate implements Callable<Integer> {

    private static final int BINS = 10;
    private static final int WIDEST = 50;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            required = true,
            description = "JSON lines with observation and expected.trainingCompute.value")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path labels;

    @Option(names = "--plot", paramLabel = "FILE", description = "write the same as a picture, SVG")
    private @Nullable Path picture;

    @Option(
            names = "--widths",
            description =
                    "also print, for each row of widths.csv, the width that these cases would give it, fitted on other families")
    private boolean widths;

    @Override
    public Integer call() {
        List<Trial> trials = trials();
        if (trials.isEmpty()) {
            throw new CannotRun("no case of %s has both a true training compute and an estimate".formatted(labels));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(row("estimates", "n", "inside", "median error", "median width", "0.5    wanted 0.85-0.95    1"));
        Calibration.groups(trials).forEach(group -> out.println(row(group)));
        out.println();
        out.println("Where the truth lies, from the low end of the interval to the high end:");
        plot(out, trials);
        if (widths) {
            printWidths(out, trials);
        }
        out.flush();
        draw(trials);
        return 0;
    }

    private static void printWidths(PrintWriter out, List<Trial> trials) {
        out.println();
        out.println(String.format(
                Locale.ROOT, "%-24s %5s %7s %7s %17s", "width", "n", "sigma", "fitted", "held, five-fold"));
        Calibration.fits(trials)
                .forEach(fit -> out.println(String.format(
                        Locale.ROOT,
                        "%-24s %5d %7.2f %7.2f %17.2f",
                        fit.width(),
                        fit.n(),
                        fit.sigma(),
                        fit.fitted(),
                        fit.held())));
    }

    private void draw(List<Trial> trials) {
        if (picture == null) {
            return;
        }
        try {
            Files.writeString(picture, CalibrationPicture.of(Calibration.groups(trials), counts(trials)));
        } catch (IOException e) {
            throw new CannotRun("cannot write %s: %s".formatted(picture, e.getMessage()), e);
        }
    }

    private static int[] counts(List<Trial> trials) {
        int[] counts = new int[BINS + 2];
        trials.forEach(trial -> counts[bin(trial.place())]++);
        return counts;
    }

    private List<Trial> trials() {
        try (BufferedReader in = Files.newBufferedReader(labels)) {
            return Calibration.of(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotRun("cannot read %s: %s".formatted(labels, e.getMessage()), e);
        }
    }

    private static String row(Group group) {
        return row(
                group.name(),
                String.valueOf(group.n()),
                number(group.inside()),
                number(group.medianError()),
                number(group.medianDecades()),
                scale(group.inside()));
    }

    private static String row(String name, String n, String inside, String error, String width, String scale) {
        return String.format(Locale.ROOT, "%-20s %5s %7s %13s %13s  %s", name, n, inside, error, width, scale);
    }

    /** A point on a line from 0.5 to 1 with the wanted band. */
    private static String scale(double inside) {
        char[] line = new char[31];
        for (int i = 0; i < line.length; i++) {
            line[i] = i >= 21 && i <= 27 ? '=' : '-';
        }
        line[(int) Math.round(Math.max(0, inside - 0.5) * 2 * (line.length - 1))] = 'o';
        return new String(line);
    }

    private static void plot(PrintWriter out, List<Trial> trials) {
        int[] counts = counts(trials);
        int most = 1;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        for (int i = 0; i < counts.length; i++) {
            String name = i == 0 ? "below" : i == BINS + 1 ? "above" : (i - 1) * 10 + "-" + i * 10 + " %";
            out.println(
                    String.format(Locale.ROOT, "  %9s %4d %s", name, counts[i], "#".repeat(counts[i] * WIDEST / most)));
        }
    }

    private static int bin(double place) {
        return place < 0 ? 0 : place > 1 ? BINS + 1 : 1 + (int) Math.min(BINS - 1, Math.floor(place * BINS));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
