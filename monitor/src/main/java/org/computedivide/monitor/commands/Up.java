package org.computedivide.monitor.commands;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.computedivide.monitor.running.Monitor;
import org.computedivide.monitor.running.Program;
import org.computedivide.monitor.settings.MonitorSettings;
import org.computedivide.monitor.settings.Setting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs everything until it is told to stop. */
@Command(
        name = "up",
        description = "Run everything: sources, Kafka, tallies, tables, web page. Ctrl-C stops.",
        sortOptions = false)
public final class Up implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(names = "--no-sources", description = "run without scraping")
    void noSources(boolean flag) {
        options.flag(Setting.SOURCES, Boolean.toString(!flag));
    }

    @Option(
            names = "--parts",
            paramLabel = "PART,...",
            description = "run only these of servers, sources, topologies, tables (default: all)")
    void parts(String value) {
        options.flag(Setting.PARTS, value);
    }

    @Option(
            names = "--standbys",
            paramLabel = "N",
            description =
                    "keep N copies of the topologies' state on other instances, which take over at once (default: 0)")
    void standbys(String value) {
        options.flag(Setting.STANDBYS, value);
    }

    @Option(
            names = "--since",
            paramLabel = "INSTANT",
            description = "where live sources begin at a first start (default: 7 days before the clock)")
    void since(String value) {
        options.flag(Setting.SINCE, value);
    }

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "port of the web page (default: the one of last time, else any free one)")
    void port(String value) {
        options.flag(Setting.PORT, value);
    }

    @Override
    public Integer call() throws InterruptedException {
        MonitorSettings settings = options.read();
        var lines = new ReadyLines(spec.commandLine().getOut());
        lines.say("Compute Divide Monitor %s, data in %s"
                .formatted(Program.version(), settings.data().toAbsolutePath().normalize()));
        var monitor = new Monitor(settings, lines);
        Runtime.getRuntime().addShutdownHook(new Thread(monitor::close, "stop"));
        monitor.start();
        new CountDownLatch(1).await(); // until a signal ends the process
        return 0;
    }
}
