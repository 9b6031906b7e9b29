package org.computedivide.producers.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/** A web of one server: answers are laid down by host and path, the last one stays. */
public final class Web implements AutoCloseable {

    static {
        // Else the server waits 40 ms in each answer for more to send with it.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final Map<String, Deque<Reply>> replies = new HashMap<>();
    private volatile UnaryOperator<Reply> distortion = reply -> reply;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** One answer. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Reply(int status, byte[] body, Map<String, String> headers) {

        public static Reply ok(String body) {
            return new Reply(200, body.getBytes(StandardCharsets.UTF_8), Map.of());
        }

        public static Reply status(int status) {
            return new Reply(status, new byte[0], Map.of());
        }

        public Reply with(String header, String value) {
            var more = new HashMap<>(headers);
            more.put(header, value);
            return new Reply(status, body, more);
        }
    }

    /** One request as it came. */
    public record Asked(String path, Map<String, List<String>> headers) {

        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }
    }

    private Web(HttpServer server) {
        this.server = server;
    }

    public static Web start() {
        try {
            var web = new Web(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            web.server.createContext("/", web::answer);
            web.server.start();
            return web;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address to give as mirror. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Lays down answers for a host and path, in order. */
    public Web on(String path, Reply... inOrder) {
        replies.put(path, new ArrayDeque<>(List.of(inOrder)));
        return this;
    }

    /** Changes each answer on its way, but those for robots.txt. */
    public void distort(UnaryOperator<Reply> change) {
        distortion = change;
    }

    /** Requests for pages, without those for robots.txt. */
    public List<Asked> asked() {
        return asked.stream().filter(one -> !one.path().endsWith("/robots.txt")).toList();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        asked.add(new Asked(path, Map.copyOf(exchange.getRequestHeaders())));
        Deque<Reply> queue = replies.getOrDefault(path, new ArrayDeque<>());
        Reply reply = queue.isEmpty() ? Reply.status(404) : queue.size() > 1 ? queue.poll() : queue.peek();
        send(exchange, path.endsWith("/robots.txt") ? reply : distortion.apply(reply));
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        int length = reply.body().length;
        exchange.sendResponseHeaders(reply.status(), length == 0 || reply.status() == 304 ? -1 : length);
        try (exchange) {
            if (length > 0 && reply.status() != 304) {
                exchange.getResponseBody().write(reply.body());
            }
        } catch (IOException e) {
            // The client has had enough: that is what some tests are about.
        }
    }

    /** A body packed as gzip. */
    public static byte[] gzip(byte[] body) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
