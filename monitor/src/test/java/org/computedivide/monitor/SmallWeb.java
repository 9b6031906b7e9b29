package org.computedivide.monitor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A web of three sites with one invented model, in the wire formats of the real ones. */
final class SmallWeb implements AutoCloseable {

    private static final String MODELS = """
            [{"_id":"1","id":"meridian-ai/Auriga-70B","author":"meridian-ai","createdAt":"2026-02-13T09:00:00.000Z",\
            "lastModified":"2026-02-13T09:00:00.000Z","sha":"abc","private":false,"gated":false,\
            "pipeline_tag":"text-generation","tags":["transformers","license:apache-2.0"],\
            "cardData":{"license":"apache-2.0"},\
            "safetensors":{"parameters":{"BF16":70000000000},"total":70000000000},\
            "siblings":[{"rfilename":"README.md"},{"rfilename":"model.safetensors"}]}]""";

    private static final String CARD = """
            ---
            license: apache-2.0
            ---
            # Auriga-70B

            We release Auriga-70B, a language model with 70 billion parameters. Auriga-70B was pretrained from scratch on
            12 trillion tokens.
            """;

    private static final String PAPERS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"
                xmlns:arxiv="http://arxiv.org/schemas/atom">
              <id>https://arxiv.org/api/x</id><title>arXiv Query</title><updated>2026-02-15T00:00:00Z</updated>
              <opensearch:itemsPerPage>200</opensearch:itemsPerPage>
              <opensearch:totalResults>1</opensearch:totalResults>
              <opensearch:startIndex>0</opensearch:startIndex>
              <entry>
                <id>http://arxiv.org/abs/2602.11111v1</id>
                <title>On the Weather of Sailing Boats</title>
                <updated>2026-02-13T09:00:00Z</updated>
                <link href="https://arxiv.org/abs/2602.11111v1" rel="alternate" type="text/html"/>
                <summary>We survey how boats sail.</summary>
                <category term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>
                <published>2026-02-13T09:00:00Z</published>
                <arxiv:primary_category term="cs.CL"/>
                <author><name>Ada Sailor</name></author>
              </entry>
            </feed>
            """;

    private static final String NO_ANNOUNCEMENTS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0"><channel><title>cs.CL updates</title><link>http://rss.arxiv.org/rss/cs.CL</link>
            <description>none today</description></channel></rss>
            """;

    private static final String NO_LISTING = """
            <?xml version="1.0" encoding="UTF-8"?>
            <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-02-16T00:00:00Z</responseDate>
            <request>http://oaipmh.arxiv.org/oai</request><error code="noRecordsMatch">none</error></OAI-PMH>
            """;

    private static final String POSTS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0"><channel><title>News</title><link>https://openai.com/news</link><description>News</description>
            <item><title>How our office plants grow</title><link>https://openai.com/index/office-plants</link>
            <guid>https://openai.com/index/office-plants</guid><description>A post about plants.</description>
            <pubDate>Fri, 13 Feb 2026 10:00:00 GMT</pubDate></item></channel></rss>
            """;

    private final HttpServer server;

    SmallWeb() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", SmallWeb::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/huggingface.co/api/models" -> send(exchange, "application/json", MODELS);
                case "/huggingface.co/meridian-ai/Auriga-70B/resolve/main/README.md" ->
                    send(exchange, "text/plain", CARD);
                case "/export.arxiv.org/api/query" -> send(exchange, "application/atom+xml", PAPERS);
                case "/rss.arxiv.org/rss/cs.CL" -> send(exchange, "application/rss+xml", NO_ANNOUNCEMENTS);
                case "/oaipmh.arxiv.org/oai" -> send(exchange, "text/xml", NO_LISTING);
                case "/openai.com/news/rss.xml" -> send(exchange, "application/rss+xml", POSTS);
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static void send(HttpExchange exchange, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
