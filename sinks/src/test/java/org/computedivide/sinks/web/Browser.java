package org.computedivide.sinks.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;

/** A headless chromium, driven by its DevTools protocol over a web socket: no npm, no driver. */
final class Browser implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern ADDRESS = Pattern.compile("ws://\\S+");
    private static final int SECONDS = 120;

    private final Process chromium;
    private final Path profile;
    private final Conversation conversation = new Conversation();
    private final WebSocket socket;
    private final String session;

    private Browser(Process chromium, Path profile) throws Exception {
        this.chromium = chromium;
        this.profile = profile;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address(chromium), conversation)
                .get(SECONDS, TimeUnit.SECONDS);
        String target = tell("", "Target.createTarget", Map.of("url", "about:blank"))
                .get("targetId")
                .textValue();
        this.session = tell("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId")
                .textValue();
        for (String domain : List.of("Page", "Runtime", "Log")) {
            tell(domain + ".enable", Map.of());
        }
    }

    /** Where chromium is on this machine, if it is. */
    static Optional<Path> executable() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser start(Path executable) throws Exception {
        Path profile = Files.createTempDirectory("sinks-browser");
        var command = List.of(
                executable.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank");
        return new Browser(
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start(),
                profile);
    }

    void resize(int width, int height, boolean dark) throws Exception {
        tell(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        tell(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    void open(URI page) throws Exception {
        tell("Page.navigate", Map.of("url", "about:blank"));
        tell("Page.navigate", Map.of("url", page.toString()));
    }

    /** The value of a JavaScript expression, waited for when it is a promise. */
    JsonNode evaluate(String expression) throws Exception {
        JsonNode answer =
                tell("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        return answer.path("result").path("value");
    }

    /** Waits until the expression is true; fails with what it was at the end. */
    void until(String expression) throws Exception {
        String wait = """
                new Promise(done => {
                  const end = Date.now() + 15000;
                  const is = () => { try { return Boolean(%s); } catch { return false; } };
                  const look = () => { if (is() || Date.now() > end) done(is()); else setTimeout(look, 30); };
                  look();
                })""".formatted(expression);
        if (!evaluate(wait).asBoolean()) {
            throw new AssertionError("not so within 15 s: " + expression + "; the page says: "
                    + evaluate("document.body.innerText.slice(0, 600)").asText());
        }
    }

    byte[] picture() throws Exception {
        JsonNode shot = tell("Page.captureScreenshot", Map.of("format", "png"));
        return Base64.getDecoder().decode(shot.get("data").textValue());
    }

    /** Errors, warnings and policy violations that the console has shown. */
    List<String> complaints() {
        return List.copyOf(conversation.complaints);
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        chromium.destroy();
        chromium.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
        Utils.delete(profile.toFile());
    }

    private JsonNode tell(String method, Map<String, ?> parameters) throws Exception {
        return tell(session, method, parameters);
    }

    private JsonNode tell(String to, String method, Map<String, ?> parameters) throws Exception {
        int id = conversation.next.incrementAndGet();
        ObjectNode message = MAPPER.createObjectNode().put("id", id).put("method", method);
        message.set("params", MAPPER.valueToTree(parameters));
        if (!to.isEmpty()) {
            message.put("sessionId", to);
        }
        var answer = new CompletableFuture<JsonNode>();
        conversation.open.put(id, answer);
        socket.sendText(message.toString(), true).get(SECONDS, TimeUnit.SECONDS);
        return answer.get(SECONDS, TimeUnit.SECONDS);
    }

    private static URI address(Process chromium) throws IOException {
        var errors = new BufferedReader(new InputStreamReader(chromium.getErrorStream(), StandardCharsets.UTF_8));
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return URI.create(address.group());
            }
        }
        throw new IOException("chromium ended without saying where it listens");
    }

    /** What comes back: answers by number, and events of which only complaints are kept. */
    private static final class Conversation implements WebSocket.Listener {

        private final AtomicInteger next = new AtomicInteger();
        private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
        private final List<String> complaints = new CopyOnWriteArrayList<>();
        private final List<CharSequence> parts = new ArrayList<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            parts.add(data.toString());
            if (last) {
                heard(String.join("", parts));
                parts.clear();
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        private void heard(String text) {
            JsonNode message;
            try {
                message = MAPPER.readTree(text);
            } catch (IOException e) {
                complaints.add("what chromium sent is no JSON: " + e.getMessage());
                return;
            }
            CompletableFuture<JsonNode> asked = open.remove(message.path("id").asInt());
            if (asked != null) {
                asked.complete(message.has("error") ? message.get("error") : message.get("result"));
            } else if (isComplaint(message)) {
                complaints.add(message.get("params").toString());
            }
        }

        private static boolean isComplaint(JsonNode event) {
            String level = event.at("/params/entry/level").asText();
            String type = event.at("/params/type").asText();
            return switch (event.path("method").asText()) {
                case "Runtime.exceptionThrown" -> true;
                case "Log.entryAdded" -> level.equals("error") || level.equals("warning");
                case "Runtime.consoleAPICalled" -> type.equals("error") || type.equals("warning");
                default -> false;
            };
        }
    }
}
