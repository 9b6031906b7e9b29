package org.computedivide.monitor.commands;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.bench.LineBench;
import org.computedivide.monitor.bench.NameBench;
import org.computedivide.monitor.bench.SqlTallies;
import org.computedivide.monitor.bench.TallyBench;
import org.computedivide.monitor.bench.TallyBench.Measured;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the monitor on this machine, side by side with what one would use instead. */
@Command(
        name = "bench",
        synopsisSubcommandLabel = "COMMAND",
        description = "Measure on this machine, side by side with what one would use instead.")
public final class Bench {

    private static final double NANOS = 1e9;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Command(
            name = "tallies",
            description = {
                "What the next releases cost the tallies when many are counted already, on a broker for the moment with",
                "exactly-once: the time must not grow with what is counted. Beside it a topology that only copies the same",
                "releases, and the same tallies computed anew by SQL in PostgreSQL. Releases are made by chance from a seed."
            })
    int tallies(
            @Option(
                            names = "--counted",
                            split = ",",
                            paramLabel = "N",
                            defaultValue = "10000,100000,1000000",
                            description =
                                    "how many are counted before; the first is measured twice, to warm up (default: ${DEFAULT-VALUE})")
                    List<Long> sizes,
            @Option(
                            names = "--next",
                            paramLabel = "N",
                            defaultValue = "20000",
                            description = "how many come then (default: ${DEFAULT-VALUE})")
                    int next,
            @Option(
                            names = "--rounds",
                            paramLabel = "N",
                            defaultValue = "3",
                            description = "how often so many come (default: ${DEFAULT-VALUE})")
                    int rounds,
            @Option(
                            names = "--sql",
                            paramLabel = "N",
                            defaultValue = "100000",
                            description =
                                    "compare with SQL at this one of the sizes; 0 for not (default: ${DEFAULT-VALUE})")
                    long sql) {
        var bench = new TallyBench(next, rounds);
        sayMachine();
        bench.tallies(sizes.get(0));
        bench.passThrough(sizes.get(0));
        Duration copied = shortest(bench.passThrough(sizes.get(0)));
        say("copied only: %,d releases in %s, %s", next, seconds(copied), rate(copied, next));
        Map<Long, Duration> times = new LinkedHashMap<>();
        for (long counted : sizes) {
            Measured measured = bench.tallies(counted);
            Duration time = shortest(measured.rounds());
            times.put(counted, time);
            say(measured, next, copied);
            if (counted == sql) {
                compare(bench, measured, time);
            }
        }
        Duration least = shortest(times.values().stream().toList());
        Duration most = times.values().stream().max(Duration::compareTo).orElseThrow();
        say("the next %,d: %.2f times as long at the slowest size as at the fastest", next, ratio(most, least));
        return 0;
    }

    @Command(
            name = "line",
            description = {
                "How many observations a second become releases, on a broker for the moment with exactly-once: of fifty, 45 papers",
                "that release nothing, four derived repositories and one model. Beside it a topology that only copies them."
            })
    int line(
            @Option(
                            names = "--next",
                            paramLabel = "N",
                            defaultValue = "10000",
                            description = "how many come in a round (default: ${DEFAULT-VALUE})")
                    int next,
            @Option(
                            names = "--rounds",
                            paramLabel = "N",
                            defaultValue = "3",
                            description =
                                    "how often so many come, after a first round that is not counted (default: ${DEFAULT-VALUE})")
                    int rounds) {
        var bench = new LineBench(next, rounds);
        sayMachine();
        Duration copied = shortest(bench.passThrough());
        say("copied only: %,d observations in %s, %s", next, seconds(copied), rate(copied, next));
        LineBench.Measured measured = bench.line();
        Duration time = shortest(measured.rounds());
        say(
                "become releases: %,d observations in %s: %s, %.1f times as long as copying; %,d releases in all",
                next,
                measured.rounds().stream().sorted().map(Bench::seconds).collect(Collectors.joining(", ")),
                rate(time, next),
                ratio(time, copied),
                measured.releases());
        return 0;
    }

    @Command(
            name = "names",
            description = {
                "How many names of repositories a second are resolved, in memory and on one thread: read, given their keys, and",
                "found their family or base among those before. Then how much memory each holds, and how long the writer takes",
                "to begin anew from a log. Two million want DIVIDE_JAVA_OPTIONS=\"-Xmx4g -Xmn1900m\"."
            })
    int names(
            @Option(
                            names = "--names",
                            paramLabel = "N",
                            defaultValue = "200000",
                            description = "how many there are in the end (default: ${DEFAULT-VALUE})")
                    long names,
            @Option(
                            names = "--last",
                            paramLabel = "N",
                            defaultValue = "50000",
                            description = "of so many at the end the time is told apart (default: ${DEFAULT-VALUE})")
                    long last) {
        var bench = new NameBench(names, last);
        sayMachine();
        NameBench.Measured measured = bench.run();
        say("%,d names, of which %,d are releases", names, measured.releases());
        say("  resolved in %s", took(measured.resolving(), names));
        say("  the last %,d of them in %s", last, took(measured.resolvingLast(), last));
        say("  a writer without state reads the log and is where it was after %s", took(measured.restarting(), names));
        say(
                "  %.0f bytes a name in memory, %.0f in the log",
                (double) measured.heldBytes() / names, (double) measured.logBytes() / names);
        return 0;
    }

    private static String took(NameBench.Took took, long names) {
        return "%s (%s), %s of a processor (%s)"
                .formatted(
                        seconds(took.time()),
                        rate(took.time(), names),
                        seconds(took.processor()),
                        rate(took.processor(), names));
    }

    private void sayMachine() {
        say(
                "%s processors, Java %s, heap at most %d MiB; times of rounds are sorted, and the shortest is compared",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature(),
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private void compare(TallyBench bench, Measured measured, Duration streamed) {
        var sql = SqlTallies.compute(bench.releases(measured.counted()), measured.rows());
        say(
                "  by SQL, anew: %,d of the %,d rows, without intervals, in %s; that long the stream takes for %,.0f releases",
                sql.rows(),
                measured.rows().size(),
                seconds(sql.computing()),
                ratio(sql.computing(), streamed) * bench.next());
        if (!sql.differing().isEmpty()) {
            throw new CannotRun("%d rows differ between SQL and the stream; the first: %s"
                    .formatted(sql.differing().size(), sql.differing().get(0)));
        }
    }

    private void say(Measured measured, int next, Duration copied) {
        say(
                "%,d counted in %s (%s)",
                measured.counted(), seconds(measured.counting()), rate(measured.counting(), measured.counted()));
        Duration time = shortest(measured.rounds());
        say(
                "  the next %,d in %s: %s, %.1f times as long as copying",
                next,
                measured.rounds().stream().sorted().map(Bench::seconds).collect(Collectors.joining(", ")),
                rate(time, next),
                ratio(time, copied));
        say(
                "  %,d rows; state %.0f bytes a release; an instance without state counts again after %s",
                measured.rows().size(),
                (double) measured.stateBytes() / measured.releases(),
                seconds(measured.restoring()));
    }

    private static Duration shortest(List<Duration> rounds) {
        return rounds.stream().min(Duration::compareTo).orElseThrow();
    }

    private static double ratio(Duration one, Duration other) {
        return (double) one.toNanos() / other.toNanos();
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.2f s", time.toNanos() / NANOS);
    }

    private static String rate(Duration time, long releases) {
        return String.format(Locale.ROOT, "%,.0f/s", releases * NANOS / time.toNanos());
    }

    private void say(String format, Object... values) {
        spec.commandLine().getOut().println(String.format(Locale.ROOT, format, values));
        spec.commandLine().getOut().flush();
    }
}
