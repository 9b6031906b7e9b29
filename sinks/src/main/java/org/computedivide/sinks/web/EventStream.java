package org.computedivide.sinks.web;

import io.javalin.http.sse.SseClient;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.computedivide.sinks.postgres.TableChange;
import org.computedivide.sinks.postgres.TableListener;

/**
 * Tells open pages which tables changed, as server-sent events. What changes while a page is being told is put together
 * into its next event, so a slow reader delays only itself.
 */
final class EventStream implements TableListener, AutoCloseable {

    private static final int MOST_READERS = 200;
    private static final int MOST_KEYS = 100;
    private static final long PAUSE_MILLIS = 200;
    private static final long HEARTBEAT_SECONDS = 15;

    private final Set<Reader> readers = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "events-timer"));
    private final ExecutorService senders = Executors.newCachedThreadPool(task -> daemon(task, "events-sender"));

    @SuppressWarnings("FutureReturnValueIgnored") // they end with the timer
    EventStream() {
        timer.scheduleWithFixedDelay(this::send, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    /** A page begins to listen. */
    void open(SseClient client) {
        if (readers.size() >= MOST_READERS) {
            client.sendEvent("busy", "too many pages are open; this one reads again by itself now and then");
            client.close();
            return;
        }
        var reader = new Reader(client);
        client.keepAlive();
        client.onClose(() -> readers.remove(reader));
        readers.add(reader);
        client.sendEvent("hello", "{}");
    }

    @Override
    public void changed(List<TableChange> changes) {
        readers.forEach(reader -> reader.add(changes));
    }

    @Override
    public void close() {
        timer.shutdownNow();
        readers.forEach(reader -> reader.client.close());
        senders.shutdownNow();
    }

    private void send() {
        readers.stream().filter(Reader::claims).forEach(reader -> senders.execute(reader::tell));
    }

    private void beat() {
        readers.forEach(reader -> senders.execute(reader::beat));
    }

    private static Thread daemon(Runnable task, String name) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** One open page and what it has not been told yet. */
    private static final class Reader {

        private final SseClient client;
        private final Map<String, Set<String>> pending = new LinkedHashMap<>();
        private boolean isTelling;

        Reader(SseClient client) {
            this.client = client;
        }

        synchronized void add(List<TableChange> changes) {
            for (TableChange change : changes) {
                Set<String> keys = pending.computeIfAbsent(change.table(), table -> new LinkedHashSet<>());
                change.keys().stream()
                        .limit(MOST_KEYS - (long) Math.min(MOST_KEYS, keys.size()))
                        .forEach(keys::add);
            }
        }

        synchronized boolean claims() {
            if (isTelling || pending.isEmpty()) {
                return false;
            }
            isTelling = true;
            return true;
        }

        void tell() {
            String tables = taken();
            try {
                client.sendEvent("change", tables);
            } finally {
                done();
            }
        }

        void beat() {
            client.sendComment("still here");
        }

        private synchronized String taken() {
            String tables = Json.quoted(pending);
            pending.clear();
            return tables;
        }

        private synchronized void done() {
            isTelling = false;
        }
    }
}
