package org.computedivide.avro.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serializer;
import org.computedivide.avro.Cursor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KnownSchemasTest {

    private static final byte[] REGISTERED = """
            {"id": "value", "groupId": "default", "type": "AVRO", "version": "1", "globalId": 7, "contentId": 7}""".getBytes(StandardCharsets.UTF_8);

    private final AtomicInteger asked = new AtomicInteger();
    private final Queue<String> registered = new ConcurrentLinkedQueue<>();
    private HttpServer registry;

    @BeforeEach
    void start() throws IOException {
        registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.setExecutor(Executors.newCachedThreadPool());
        registry.createContext("/", exchange -> {
            asked.incrementAndGet();
            registered.add(exchange.getRequestHeaders().getFirst("X-Registry-ArtifactId"));
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, REGISTERED.length);
            exchange.getResponseBody().write(REGISTERED);
            exchange.close();
        });
        registry.start();
    }

    @AfterEach
    void stop() {
        registry.stop(0);
    }

    @Test
    void shouldAskTheRegistryOnceHoweverManyThreadsWriteFirst() {
        // Given:
        Serializer<Cursor> serializer =
                TopicSerdes.registry(address()).of(Topics.CURSORS).serializer();

        // When:
        List<byte[]> written = IntStream.range(0, 64)
                .parallel()
                .mapToObj(number -> serializer.serialize(
                        Topics.CURSORS.name(), Cursor.newBuilder().build()))
                .toList();

        // Then:
        assertThat(asked).hasValue(1);
        assertThat(written).allSatisfy(bytes -> assertThat(bytes).startsWith(0, 0, 0, 0, 7));
    }

    @Test
    void shouldRegisterTheSchemaOfEachTopicBeforeAnyValue() {
        // Given: a registry that knows nothing

        // When:
        TopicSerdes.register(address());

        // Then:
        assertThat(registered)
                .containsExactlyInAnyOrderElementsOf(Topics.ALL.stream()
                        .map(topic -> topic.name() + "-value")
                        .toList());
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + registry.getAddress().getPort() + "/apis/registry/v2");
    }
}
