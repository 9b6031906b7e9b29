package org.computedivide.monitor.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.computedivide.monitor.CannotRun;

/**
 * Ends a child process when this process is gone, however it went: a shell waits on a pipe whose other end only this
 * process holds, so that even {@code kill -9} leaves nothing behind.
 */
final class Guard implements AutoCloseable {

    private static final long POLL_NANOS = Duration.ofMillis(10).toNanos();

    private final Process shell;

    private Guard(Process shell) {
        this.shell = shell;
    }

    /**
     * Watches over a child.
     *
     * @param signal what the child takes as an order to stop at once, for example {@code TERM}
     */
    static Guard over(long pid, String signal) {
        // A shell that ignores signals: Ctrl-C in a terminal reaches the whole process group.
        String script = "trap '' INT TERM HUP; read -r line; kill -%s %d".formatted(signal, pid);
        try {
            return new Guard(new ProcessBuilder("sh", "-c", script)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new CannotRun("cannot start sh, which the embedded servers need: " + e.getMessage(), e);
        }
    }

    /** The child has ended in an orderly way; nothing is left to watch. */
    @Override
    public void close() {
        shell.destroyForcibly();
    }

    /** Asks a process to end, insists after the given time, and waits until it is gone. */
    static void end(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!awaitGone(process, patience)) {
            process.destroyForcibly();
            awaitGone(process, patience);
        }
    }

    /**
     * Not {@code onExit}: an orphan that ended and that nobody reaps, as in a container without init, would count as
     * alive for ever. Such a process has no command any more.
     */
    private static boolean awaitGone(ProcessHandle process, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (process.isAlive() && process.info().command().isPresent()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return true;
    }
}
