package org.computedivide.streams.topologies;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.computedivide.streams.rules.Book;
import org.jspecify.annotations.Nullable;

/** Does long work beside the stream thread, one piece at a time. */
final class Aside implements AutoCloseable {

    private static final long LONGEST_END_SECONDS = 2;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(Aside::daemon);
    private @Nullable CompletableFuture<Runnable> result;

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "long-work");
        thread.setDaemon(true);
        return thread;
    }

    boolean isFree() {
        return result == null;
    }

    void begin(Book.Work work) {
        result = CompletableFuture.supplyAsync(work::run, thread);
    }

    /**
     * Takes up the result when the work is done; tells whether it was.
     *
     * @throws CompletionException when the work failed: the task fails with it and begins anew
     */
    boolean takeUp() {
        if (result == null || !result.isDone()) {
            return false;
        }
        CompletableFuture<Runnable> done = result;
        result = null;
        done.join().run();
        return true;
    }

    /** Breaks off what is being worked on and waits for the thread to end. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
