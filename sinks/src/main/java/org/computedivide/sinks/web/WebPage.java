package org.computedivide.sinks.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseHandler;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.computedivide.avro.Digest;
import org.computedivide.sinks.SinksSettings;
import org.computedivide.sinks.newsletter.Links;
import org.computedivide.sinks.newsletter.Newsletter;
import org.computedivide.sinks.postgres.Database;
import org.computedivide.sinks.postgres.TableListener;
import org.computedivide.sinks.postgres.WriterHealth;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page and the JSON interface under {@code /api/v1}. Comes up before there is a table to read. */
public final class WebPage implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebPage.class);
    private static final String FILES = "/org/computedivide/sinks/web/page";

    private final SinksSettings settings;
    private final Rows rows;
    private final Guard guard;
    private final EventStream events = new EventStream();
    private final Supplier<List<WriterHealth>> writers;
    private final Javalin server;

    public WebPage(SinksSettings settings, Database database, Supplier<List<WriterHealth>> writers) {
        this.settings = settings;
        this.rows = new Rows(database.jdbi());
        this.guard = new Guard(settings.publicUrl());
        this.writers = writers;
        this.server = Javalin.create(this::configure);
    }

    /**
     * Starts to listen.
     *
     * @throws IllegalStateException when the port is taken
     */
    public void start() {
        try {
            server.start(SinksSettings.WEB_HOST, settings.webPort());
        } catch (JavalinBindException e) {
            throw new IllegalStateException(
                    "port " + settings.webPort() + " of " + SinksSettings.WEB_HOST
                            + " is taken: stop what listens there, or choose another port for the web page",
                    e);
        }
    }

    /** Where the page is. */
    public URI address() {
        return URI.create("http://" + SinksSettings.WEB_HOST + ":" + server.port() + "/");
    }

    /** Every address of the JSON interface that the server knows, with place holders. */
    Set<String> addresses() {
        return server.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint.path)
                .filter(path -> path.startsWith(Endpoint.ROOT + "/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whoever writes the tables tells this one what changed. */
    public TableListener listener() {
        return events;
    }

    @Override
    public void close() {
        events.close();
        server.stop();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.staticFiles.add(files -> {
            files.hostedPath = "/";
            files.directory = FILES;
            files.location = Location.CLASSPATH;
        });
        config.routes.before(guard::check);
        endpoints().forEach(endpoint -> register(config, endpoint));
        shortcuts(config);
        config.routes.get("/api/<path>", context -> {
            throw new HttpResponseException(HttpStatus.NOT_FOUND.getCode(), "there is nothing at " + context.path());
        });
        failures(config);
    }

    private static void register(JavalinConfig config, Endpoint endpoint) {
        config.routes.get(Endpoint.ROOT + endpoint.path(), endpoint.handler());
    }

    /** Everything that the JSON interface answers. */
    private List<Endpoint> endpoints() {
        var endpoints = new ArrayList<Endpoint>();
        Listings.ALL.forEach(listing ->
                endpoints.add(new Endpoint("/" + listing.name(), "", listing, context -> answer(context, listing))));
        endpoints.add(one(
                "release", "releases", "A release with its variants, facts, alerts and corrections.", rows::release));
        endpoints.add(one("digest", "digests", "A weekly digest with all that it holds.", rows::digest));
        endpoints.add(new Endpoint(
                "/status",
                "How much there is, how the writers of the tables are doing, and how many records of each topic are in the tables.",
                null,
                this::status));
        endpoints.add(new Endpoint(
                "/events",
                "A stream that tells which tables changed, with the keys.",
                null,
                new SseHandler(events::open)));
        endpoints.add(new Endpoint("/openapi.json", "This document.", null, this::openApi));
        return endpoints;
    }

    private static Endpoint one(
            String what, String collection, String summary, Function<String, Optional<String>> reading) {
        return new Endpoint("/" + collection + "/{id}", summary, null, context -> found(context, what, reading));
    }

    private void openApi(Context context) {
        var relations = new TreeMap<String, OpenApi.Relation>();
        Listings.ALL.forEach(listing -> relations.put(listing.name(), rows.relation(listing)));
        Answer.json(context, OpenApi.of(endpoints(), relations));
    }

    /** Addresses that letters and alerts print. */
    private void shortcuts(JavalinConfig config) {
        config.routes.get(
                "/releases/{id}", context -> context.redirect("/#/releases/" + encoded(context.pathParam("id"))));
        config.routes.get("/newsletter/{week}", this::letter);
    }

    private void letter(Context context) {
        String week = context.pathParam("week");
        URI page = settings.publicUrl() == null ? address() : settings.publicUrl();
        Digest digest = rows.letter(week)
                .orElseThrow(() -> new HttpResponseException(
                        HttpStatus.NOT_FOUND.getCode(), "there is no letter of week " + week));
        context.header("Content-Security-Policy", Guard.LETTER_POLICY)
                .html(new Newsletter(digest, new Links(page)).html());
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static void failures(JavalinConfig config) {
        config.routes.exception(
                WrongParameter.class, (e, context) -> Answer.error(context, HttpStatus.BAD_REQUEST, e.getMessage()));
        config.routes.exception(
                HttpResponseException.class,
                (e, context) -> Answer.error(context, HttpStatus.forStatus(e.getStatus()), e.getMessage()));
        config.routes.exception(JdbiException.class, (e, context) -> {
            LOG.atWarn()
                    .addKeyValue("path", context.path())
                    .addKeyValue("reason", e.getMessage())
                    .log("A page cannot be read");
            Answer.error(
                    context,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "the database does not answer or its tables are not there yet; ask again in a moment");
        });
    }

    private void answer(Context context, Listing listing) {
        Answer.json(context, rows.page(Question.of(listing, context.queryParamMap())));
    }

    private static void found(Context context, String what, Function<String, Optional<String>> reading) {
        String id = context.pathParam("id");
        String row = reading.apply(id.replace('\0', '?'))
                .orElseThrow(() ->
                        new HttpResponseException(HttpStatus.NOT_FOUND.getCode(), "there is no " + what + " " + id));
        Answer.json(context, row);
    }

    private void status(Context context) {
        String writing = Json.quoted(writers.get().stream()
                .map(writer -> Map.of(
                        "writer", writer.writer(),
                        "state", writer.state().name().toLowerCase(Locale.ROOT),
                        "message", writer.message()))
                .toList());
        Answer.json(
                context,
                "{\"counts\": " + rows.counts() + ", \"writers\": " + writing + ", \"positions\": " + rows.positions()
                        + "}");
    }
}
