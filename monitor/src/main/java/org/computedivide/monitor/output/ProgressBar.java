package org.computedivide.monitor.output;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/**
 * A bar with the time that is left, judged by the way made since it began. On a terminal it redraws its line, elsewhere it
 * prints a new one whenever a twentieth more is done.
 */
public final class ProgressBar {

    private static final int WIDTH = 30;
    private static final int STEPS = 20;

    private final PrintWriter out;
    private final boolean terminal;
    private double first = -1;
    private int printed = -1;

    /**
     * @param terminal whether a line can be drawn anew
     */
    public ProgressBar(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /**
     * Shows where it stands.
     *
     * @param done from 0 to 1
     * @param words what else there is to say
     * @param since how long the bar has been shown
     */
    public void show(double done, String words, Duration since) {
        first = first < 0 ? done : first;
        String line = line(done, words, since);
        int step = (int) (done * STEPS);
        if (terminal) {
            out.print("\r" + line + "\u001b[K");
        } else if (step > printed) {
            out.println(line);
        }
        printed = Math.max(printed, step);
        out.flush();
    }

    /** Ends the line that was drawn. */
    public void end() {
        if (terminal) {
            out.println();
            out.flush();
        }
    }

    private String line(double done, String words, Duration since) {
        int full = (int) Math.round(done * WIDTH);
        String bar = "#".repeat(full) + ".".repeat(WIDTH - full);
        return String.format(Locale.ROOT, "[%s] %5.1f %%  %s%s", bar, done * 100, words, left(done, since));
    }

    private String left(double done, Duration since) {
        double made = done - first;
        if (done >= 1 || made <= 0) {
            return "";
        }
        Duration left = Duration.ofMillis((long) (since.toMillis() * (1 - done) / made));
        return ", about " + inWords(left) + " left";
    }

    private static String inWords(Duration left) {
        if (left.compareTo(Duration.ofMinutes(2)) < 0) {
            return left.toSeconds() + " s";
        }
        return left.compareTo(Duration.ofHours(2)) < 0 ? left.toMinutes() + " min" : left.toHours() + " h";
    }
}
