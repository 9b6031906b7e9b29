package org.computedivide.producers.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.computedivide.avro.Validator;

/**
 * The only way out: every request of every source passes here, one at a time for each site. A try that fails in a way
 * that may pass is repeated with back-off; a page that cannot be read to its end counts as a failed try.
 */
public final class Fetcher {

    private static final String ROBOT_NAME = "compute-divide-monitor";
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int ROBOTS_BYTES = 512 << 10;

    private final Manners manners;
    private final Pace pace;
    private final RandomGenerator random;
    private final Transport transport;
    private final List<SiteRule> rules = SiteRule.bundled();
    private final Map<String, Site> sites = new ConcurrentHashMap<>();

    public Fetcher(Manners manners, Pace pace, RandomGenerator random) {
        this.manners = manners;
        this.pace = pace;
        this.random = random;
        this.transport = new Transport(manners);
    }

    /**
     * Asks for an address and reads the page.
     *
     * @param validator of the last answer, to ask only for what has changed
     * @throws InterruptedException when the monitor stops
     */
    public <T> Outcome<T> fetch(Request request, Optional<Validator> validator, Function<Page, Reading<T>> reader)
            throws InterruptedException {
        if (request.bundled()) {
            return Bundled.fetch(request, validator, reader);
        }
        Site site = siteOf(request.uri());
        for (int attempt = 1; ; attempt++) {
            Try<T> result = once(site, request, validator, reader);
            if (!(result.outcome() instanceof Outcome.Failed) || !result.mayPass() || attempt >= manners.tries()) {
                return result.outcome();
            }
            pace.pause(manners.scaled(manners.backoff().after(attempt, random)));
        }
    }

    /** One try: what came of it, and whether another one soon may fare better. */
    private record Try<T>(Outcome<T> outcome, boolean mayPass) {

        static <T> Try<T> failed(Failure failure, boolean mayPass) {
            return new Try<>(new Outcome.Failed<>(failure), mayPass);
        }
    }

    private Site siteOf(URI uri) {
        String host = String.valueOf(uri.getHost());
        SiteRule rule = rules.stream().filter(r -> r.covers(host)).findFirst().orElseThrow();
        return sites.computeIfAbsent(rule.budgetOf(host), name -> new Site(rule, manners.timeScale(), pace));
    }

    private <T> Try<T> once(
            Site site, Request request, Optional<Validator> validator, Function<Page, Reading<T>> reader)
            throws InterruptedException {
        site.oneConnection.lockInterruptibly();
        try {
            Duration away = site.away();
            if (away.compareTo(LONGEST_PAUSE) > 0) {
                return Try.failed(resting(request, away), false);
            }
            pace.pause(away);
            Optional<Failure> disallowed = disallowed(site, request.uri());
            return disallowed.isPresent()
                    ? Try.failed(disallowed.get(), !disallowed.get().state().equals("blocked"))
                    : read(request, reader, answer(site, request, validator), site);
        } finally {
            site.oneConnection.unlock();
        }
    }

    private Failure resting(Request request, Duration away) {
        String detail = request.uri().getHost() + " is left in peace for " + away.toSeconds() + " s";
        return Failure.failing("circuit-open", detail)
                .withRetryAt(Optional.of(java.time.Instant.now().plus(away)));
    }

    private Answer answer(Site site, Request request, Optional<Validator> validator) throws InterruptedException {
        pace.pause(site.pauseBefore(request.uri().getRawPath()));
        Answer answer = attempt(request, validator);
        site.answered(request.uri().getHost());
        if (answer.failure().isEmpty()) {
            heed(site, request, answer.response());
        }
        return answer;
    }

    private static void heed(Site site, Request request, Optional<HttpResponse<byte[]>> response) {
        response.flatMap(r -> r.headers().firstValue("RateLimit"))
                .flatMap(RateLimit::read)
                .ifPresent(limit -> site.allowance(request.uri().getRawPath(), limit));
    }

    /** What came over the wire: an answer or a failure, one of the two. */
    private record Answer(Optional<HttpResponse<byte[]>> response, Optional<Failure> failure, boolean mayPass) {

        static Answer failed(Failure failure, boolean mayPass) {
            return new Answer(Optional.empty(), Optional.of(failure), mayPass);
        }
    }

    private Answer attempt(Request request, Optional<Validator> validator) throws InterruptedException {
        String host = request.uri().getHost();
        try {
            return new Answer(Optional.of(transport.get(request, validator)), Optional.empty(), false);
        } catch (Transport.Forbidden e) {
            return Answer.failed(Failure.blocked("redirect", String.valueOf(e.getMessage())), true);
        } catch (LimitedBody.TooLarge e) {
            return Answer.failed(Failure.failing("too-large", request.uri() + ": " + e.getMessage()), true);
        } catch (java.net.http.HttpConnectTimeoutException
                | java.net.ConnectException
                | java.net.UnknownHostException
                | java.nio.channels.UnresolvedAddressException e) {
            return Answer.failed(Failure.unreachable(host + " cannot be reached"), false);
        } catch (java.net.http.HttpTimeoutException e) {
            return Answer.failed(Failure.failing("timeout", host + ": " + e.getMessage()), true);
        } catch (IOException e) {
            boolean cut = String.valueOf(e.getMessage()).contains("fixed content-length")
                    || String.valueOf(e.getMessage()).contains("chunked");
            String reason = cut ? "truncated" : "broken";
            return Answer.failed(Failure.failing(reason, host + ": the answer broke off: " + e.getMessage()), true);
        }
    }

    private <T> Try<T> read(Request request, Function<Page, Reading<T>> reader, Answer answer, Site site) {
        Try<T> result = answer.response()
                .map(response -> byStatus(request, reader, response, site))
                .orElseGet(() -> Try.failed(answer.failure().orElseThrow(), answer.mayPass()));
        if (result.outcome() instanceof Outcome.Failed) {
            site.circuit.failed();
        } else {
            site.circuit.succeeded();
        }
        return result;
    }

    private <T> Try<T> byStatus(
            Request request, Function<Page, Reading<T>> reader, HttpResponse<byte[]> response, Site site) {
        int status = response.statusCode();
        return switch (status) {
            case 200 -> byContent(request, reader, response);
            case 304 -> new Try<>(new Outcome.Unchanged<>(), false);
            case 401, 403, 404, 410 -> new Try<>(new Outcome.Absent<>(status, errorCode(response)), false);
            case 429, 503 -> Try.failed(turnedAway(request, response, site), true);
            default ->
                Try.failed(Failure.failing("status", request.uri().getHost() + " answered " + status), status >= 500);
        };
    }

    private static String errorCode(HttpResponse<byte[]> response) {
        return response.headers().firstValue("X-Error-Code").orElse("");
    }

    private static Failure turnedAway(Request request, HttpResponse<byte[]> response, Site site) {
        var now = java.time.Instant.now();
        Optional<Duration> wait = response.headers().firstValue("Retry-After").flatMap(v -> RetryAfter.read(v, now));
        wait.ifPresent(site::stayAway);
        return Failure.failing("refused", request.uri().getHost() + " answered " + response.statusCode())
                .withRetryAt(wait.map(now::plus));
    }

    private <T> Try<T> byContent(Request request, Function<Page, Reading<T>> reader, HttpResponse<byte[]> response) {
        String encoding = response.headers().firstValue("Content-Encoding").orElse("");
        try {
            byte[] bytes = Body.unpacked(response.body(), encoding, request.maxBytes());
            Page page = new Page(Body.text(bytes, request.media()), headers(response));
            return new Try<>(outcome(request, reader.apply(page), page, validator(response)), true);
        } catch (LimitedBody.TooLarge e) {
            return Try.failed(Failure.failing("too-large", request.uri() + ": " + e.getMessage()), true);
        } catch (Body.Unreadable e) {
            return Try.failed(
                    Failure.failing(e.reason(), request.uri() + ": " + e.getMessage())
                            .withExcerpt(excerpt(response.body())),
                    true);
        } catch (IOException e) {
            return Try.failed(Failure.failing("truncated", request.uri() + ": " + e.getMessage()), true);
        }
    }

    static <T> Outcome<T> outcome(Request request, Reading<T> reading, Page page, Validator validator) {
        String at = request.uri() + ": ";
        String start = page.text().substring(0, Math.min(500, page.text().length()));
        if (reading instanceof Reading.Read<T> read) {
            return new Outcome.Read<>(read.value(), validator);
        }
        if (reading instanceof Reading.Refused<T> refused) {
            return new Outcome.Failed<>(
                    Failure.failing(refused.reason(), at + refused.detail()).withExcerpt(start));
        }
        String selector = ((Reading.PageChanged<T>) reading).selector();
        return new Outcome.Failed<>(new Failure(
                "page-changed", "page-changed", at + "nothing found at " + selector, start, Optional.empty()));
    }

    private static Map<String, String> headers(HttpResponse<byte[]> response) {
        return response.headers().map().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().toLowerCase(Locale.ROOT),
                        entry -> String.join(", ", entry.getValue()),
                        (a, b) -> a));
    }

    private static Validator validator(HttpResponse<byte[]> response) {
        return Validator.newBuilder()
                .setEtag(response.headers().firstValue("ETag").orElse(""))
                .setLastModified(response.headers().firstValue("Last-Modified").orElse(""))
                .build();
    }

    private static String excerpt(byte[] bytes) {
        return new String(bytes, 0, Math.min(500, bytes.length), StandardCharsets.ISO_8859_1);
    }

    /** Why robots.txt forbids the address or could not be read; empty when we may go on. */
    private Optional<Failure> disallowed(Site site, URI uri) throws InterruptedException {
        Optional<BaseRobotRules> known = site.robots(uri.getHost());
        if (known.isEmpty()) {
            URI at = URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + "/robots.txt");
            Answer answer = answer(site, Request.file(at, Media.TEXT, ROBOTS_BYTES), Optional.empty());
            if (answer.response().isEmpty()) {
                site.circuit.failed();
                return answer.failure();
            }
            int status = answer.response().get().statusCode();
            if (status == 429 || status >= 500) {
                site.circuit.failed();
                return Optional.of(turnedAway(
                        Request.file(at, Media.TEXT, ROBOTS_BYTES),
                        answer.response().get(),
                        site));
            }
            known = Optional.of(robotRules(at, answer.response().get()));
            site.robots(uri.getHost(), known.get());
        }
        return known.get().isAllowed(uri.toString())
                ? Optional.empty()
                : Optional.of(
                        Failure.blocked("blocked", "robots.txt of " + uri.getHost() + " forbids " + uri.getPath()));
    }

    /** RFC 9309: no robots.txt (4xx) forbids nothing. */
    private static BaseRobotRules robotRules(URI at, HttpResponse<byte[]> response) {
        if (response.statusCode() != 200) {
            return new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
        }
        try {
            String encoding = response.headers().firstValue("Content-Encoding").orElse("");
            byte[] bytes = Body.unpacked(response.body(), encoding, ROBOTS_BYTES);
            return new SimpleRobotRulesParser().parseContent(at.toString(), bytes, "text/plain", List.of(ROBOT_NAME));
        } catch (IOException e) {
            return new SimpleRobotRules(RobotRulesMode.ALLOW_NONE);
        }
    }
}
