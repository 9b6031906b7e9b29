package org.computedivide.monitor.commands;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.computedivide.avro.BackfillOrder;
import org.computedivide.avro.BackfillProgress;
import org.computedivide.avro.SourceHealth;
import org.computedivide.avro.topics.Topics;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.output.ProgressBar;
import org.computedivide.monitor.reading.TopicReader;
import org.computedivide.monitor.running.Addresses;
import org.computedivide.monitor.running.BackfillOrders;
import org.computedivide.monitor.running.Monitor;
import org.computedivide.monitor.running.Progress;
import org.computedivide.monitor.running.RunFile;
import org.computedivide.monitor.settings.MonitorSettings;
import org.computedivide.producers.Sources;
import org.computedivide.producers.source.Span;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Loads the history of a source. The one who asks a source is the only one who may: the running monitor gets an order and
 * loads page by page beside the live fetch; where none runs, this command asks the source itself.
 */
@Command(
        name = "backfill",
        description = {
            "Load what a source announced between two days; a running monitor does it beside its live fetch.",
            "Ctrl-C pauses; the same command goes on where it stopped.",
            "Sources that have a history: arxiv, huggingface. Where no monitor runs, the command asks the source itself."
        },
        sortOptions = false)
public final class BackfillCommand implements Callable<Integer> {

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private RunOptions options = new RunOptions();

    @Parameters(paramLabel = "ID", description = "id of the source, for example arxiv")
    private String source = "";

    @Option(names = "--from", paramLabel = "DATE", required = true, description = "first day, for example 2026-02-02")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", paramLabel = "DATE", required = true, description = "last day")
    private LocalDate to = LocalDate.EPOCH;

    @Override
    public Integer call() throws InterruptedException {
        MonitorSettings settings = options.read();
        requireHistory(settings);
        Optional<Addresses> running = running(settings);
        if (running.isPresent()) {
            load(running.get(), () -> {});
            return 0;
        }
        try (var monitor = new Monitor(settings, Progress.silent())) {
            err().println("No monitor is running on " + settings.data() + ": asking " + source + " from here.");
            load(monitor.startHistories(source), monitor::close);
        }
        return 0;
    }

    private void requireHistory(MonitorSettings settings) {
        try {
            Optional<String> reason = Sources.whyNoHistory(source, new Span(from, to), settings.sources());
            if (reason.isPresent()) {
                throw new CannotRun(reason.get());
            }
        } catch (IllegalArgumentException e) {
            throw new CannotRun(String.valueOf(e.getMessage()), e);
        }
    }

    /** The servers of the monitor that runs on the directory, or the user's own, on which one should run. */
    private static Optional<Addresses> running(MonitorSettings settings) {
        if (settings.kafka() != null && settings.registry() != null) {
            return Optional.of(new Addresses(settings.kafka(), settings.registry(), null));
        }
        return RunFile.find(settings.data()).map(RunFile::addresses);
    }

    /**
     * @param stop what ends with this command; on Ctrl-C only after the pause was written
     */
    private void load(Addresses servers, Runnable stop) throws InterruptedException {
        var finished = new AtomicBoolean();
        var orders = new BackfillOrders(servers);
        BackfillOrder order = orders.write(source, from.toString(), to.toString(), "wanted");
        var pause = new Thread(
                () -> {
                    pause(orders, finished);
                    stop.run();
                },
                "pause");
        Runtime.getRuntime().addShutdownHook(pause);
        try {
            follow(servers, order);
            finished.set(true);
            Runtime.getRuntime().removeShutdownHook(pause);
        } catch (CannotRun e) {
            Runtime.getRuntime().removeShutdownHook(pause);
            pause(orders, finished);
            throw e;
        } finally {
            orders.close();
        }
    }

    private void pause(BackfillOrders orders, AtomicBoolean finished) {
        if (!finished.getAndSet(true)) {
            orders.write(source, from.toString(), to.toString(), "paused");
            err().println();
            err().println("Paused; the same command goes on from here.");
            err().flush();
        }
    }

    private void follow(Addresses servers, BackfillOrder order) throws InterruptedException {
        var newest = new AtomicReference<@Nullable BackfillProgress>();
        var reader = new Thread(
                () -> new TopicReader(servers).follow(Topics.SOURCES, true, health -> take(health, order, newest)));
        reader.setDaemon(true);
        reader.start();
        var bar = new ProgressBar(err(), Ansi.AUTO.enabled());
        long begun = System.nanoTime();
        for (BackfillProgress now = newest.get(); now == null || !now.getState().equals("done"); now = newest.get()) {
            if (now != null) {
                bar.show(now.getDone(), words(now), Duration.ofNanos(System.nanoTime() - begun));
            } else if (System.nanoTime() - begun > LONGEST_SILENCE.toNanos()) {
                throw new CannotRun(
                        "nobody who asks %s took the order within %d s; start a monitor that does: divide up"
                                .formatted(source, LONGEST_SILENCE.toSeconds()));
            }
            Thread.sleep(200);
        }
        bar.show(1, words(newest.get()), Duration.ofNanos(System.nanoTime() - begun));
        bar.end();
    }

    private boolean take(SourceHealth health, BackfillOrder order, AtomicReference<@Nullable BackfillProgress> newest) {
        BackfillProgress progress = health.getBackfill();
        if (health.getSource().equals(source)
                && progress != null
                && progress.getOrderedAt().equals(order.getOrderedAt())) {
            newest.set(progress);
        }
        return true;
    }

    private String words(@Nullable BackfillProgress now) {
        if (now == null) {
            return "";
        }
        String waits = now.getState().equals("waiting") ? ", waits: " + now.getMessage() : "";
        return "%s %s to %s, %d pages, %d new%s"
                .formatted(source, now.getFrom(), now.getTo(), now.getPages(), now.getItems(), waits);
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
