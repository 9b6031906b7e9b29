package org.computedivide.producers.fetch;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.computedivide.avro.Validator;

/**
 * The only way out: every request of every source passes here, one at a time for each site. A try that fails in a way
 * that may pass is repeated with back-off; a page that cannot be read to its end counts as a failed try.
 */
public final class Fetcher {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Manners manners;
    private final Pace pace;
    private final RandomGenerator random;
    private final Wire wire;
    private final List<SiteRule> rules = SiteRule.bundled();
    private final Map<String, Site> sites = new ConcurrentHashMap<>();

    public Fetcher(Manners manners, Pace pace, RandomGenerator random) {
        this.manners = manners;
        this.pace = pace;
        this.random = random;
        this.wire = new Wire(manners);
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
            // Before the site's turn is taken, so that its other hosts need not wait.
            pace.pause(site.crawlPause(request.uri().getHost()));
            Try<T> result = once(site, request, validator, reader);
            if (!result.failed() || !result.mayPass() || attempt >= manners.tries()) {
                return result.outcome();
            }
            pace.pause(manners.scaled(manners.backoff().after(attempt, random)));
        }
    }

    /** Whether the site of an address has answered badly in the last minutes. */
    public boolean isDoubtful(URI uri) {
        return siteOf(uri).isDoubtful();
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
            Optional<Try<T>> stopped = stoppedByRobots(site, request.uri());
            Try<T> result = stopped.isPresent() ? stopped.get() : ask(site, request, validator, reader);
            site.note(!result.failed());
            return result;
        } finally {
            site.oneConnection.unlock();
        }
    }

    private static Failure resting(Request request, Duration away) {
        String detail = request.uri().getHost() + " is left in peace for " + away.toSeconds() + " s";
        return Failure.failing("circuit-open", detail)
                .withRetryAt(Optional.of(Instant.now().plus(away)));
    }

    private <T> Try<T> ask(Site site, Request request, Optional<Validator> validator, Function<Page, Reading<T>> reader)
            throws InterruptedException {
        Answer answer = politely(site, request, validator);
        return answer.response()
                .map(response -> Replies.read(request, response, reader))
                .orElseGet(() -> Try.failed(answer.failure().orElseThrow(), answer.mayPass()));
    }

    /** Waits until the site's budget allows a request, sends it, and heeds what the answer says about the next one. */
    private Answer politely(Site site, Request request, Optional<Validator> validator) throws InterruptedException {
        String path = request.uri().getRawPath();
        pace.pause(site.crawlPause(request.uri().getHost()));
        pace.pause(site.pauseBefore(path));
        Answer answer = wire.ask(request, validator);
        site.answered(request.uri().getHost());
        answer.response().ifPresent(response -> heed(site, path, response));
        return answer;
    }

    private static void heed(Site site, String path, HttpResponse<byte[]> response) {
        response.headers()
                .firstValue("RateLimit")
                .flatMap(RateLimit::read)
                .ifPresent(limit -> site.allowance(path, limit));
        if (response.statusCode() == 429 || response.statusCode() == 503) {
            Replies.retryAfter(response, Instant.now()).ifPresent(site::stayAway);
        }
    }

    /** Why robots.txt keeps us from asking; empty when we may go on. */
    private <T> Optional<Try<T>> stoppedByRobots(Site site, URI uri) throws InterruptedException {
        String host = uri.getHost();
        if (site.robots(host).isEmpty()) {
            Request request = RobotsFile.of(uri);
            Answer answer = politely(site, request, Optional.empty());
            if (answer.failure().isPresent()) {
                return Optional.of(Try.failed(answer.failure().get(), answer.mayPass()));
            }
            HttpResponse<byte[]> response = answer.response().orElseThrow();
            if (RobotsFile.isUndecided(response)) {
                return Optional.of(Try.failed(Replies.turnedAway(request, response, Instant.now()), true));
            }
            site.robots(host, RobotsFile.rules(request, response));
        }
        return site.robots(host)
                .filter(robots -> !robots.isAllowed(uri.toString()))
                .map(robots -> Try.failed(forbidden(uri), false));
    }

    private static Failure forbidden(URI uri) {
        return Failure.blocked("blocked", "robots.txt of " + uri.getHost() + " forbids " + uri.getPath());
    }
}
