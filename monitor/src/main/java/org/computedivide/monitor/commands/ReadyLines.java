package org.computedivide.monitor.commands;

import java.io.PrintWriter;
import java.util.Locale;
import org.computedivide.monitor.running.Progress;
import org.computedivide.monitor.settings.MonitorSettings;

/** One line per part as it becomes ready, with the seconds since the start. */
final class ReadyLines implements Progress {

    private final PrintWriter out;
    private final long begun = System.nanoTime();

    ReadyLines(PrintWriter out) {
        this.out = out;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public synchronized void ready(String part, String address) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        say(String.format(Locale.ROOT, "  %-16s %5.1f s   %s", part, seconds, MonitorSettings.withoutSecrets(address)));
    }
}
