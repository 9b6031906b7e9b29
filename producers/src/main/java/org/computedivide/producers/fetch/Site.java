package org.computedivide.producers.fetch;

import crawlercommons.robots.BaseRobotRules;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** What we owe one site: one connection, a pause between requests, its rate limits, its robots.txt, rest when it fails. */
final class Site {

    private static final long RESERVE = 2;
    private static final Duration ROBOTS_HOLD = Duration.ofHours(24);
    private static final Duration DISTRUST = Duration.ofMinutes(10);

    final ReentrantLock oneConnection = new ReentrantLock(true);
    final Circuit circuit;
    private final SiteRule rule;
    private final double timeScale;
    private final Pace pace;
    private final Map<String, Long> bucketsClosedUntil = new HashMap<>();
    private final Map<String, Robots> robots = new HashMap<>();
    private final Map<String, Long> hostsQuietUntil = new ConcurrentHashMap<>();
    private long quietUntil;
    private long awayUntil;
    private volatile long trustedFrom;

    /** The rules of one host and when they were read. */
    record Robots(BaseRobotRules rules, long readAt) {}

    Site(SiteRule rule, double timeScale, Pace pace) {
        this.rule = rule;
        this.timeScale = timeScale;
        this.pace = pace;
        this.circuit = new Circuit(6, scaled(Duration.ofMinutes(2)), pace);
        this.quietUntil = pace.nanoTime();
        this.awayUntil = quietUntil;
        this.trustedFrom = quietUntil;
    }

    /** How long to stay away because the site asked for it or because it fails. */
    Duration away() {
        Duration asked = Duration.ofNanos(Math.max(0, awayUntil - pace.nanoTime()));
        Duration resting = circuit.resting();
        return asked.compareTo(resting) > 0 ? asked : resting;
    }

    /** How long until the next request for a path may start. */
    Duration pauseBefore(String path) {
        long now = pace.nanoTime();
        long bucket = bucketsClosedUntil.getOrDefault(bucketOf(path), now);
        return Duration.ofNanos(Math.max(0, Math.max(quietUntil, bucket) - now));
    }

    /** An answer has come in, or the try is over. */
    void answered(String host) {
        quietUntil = pace.nanoTime() + scaled(rule.pause()).toNanos();
        hostsQuietUntil.put(
                String.valueOf(host), pace.nanoTime() + scaled(crawlDelay(host)).toNanos());
    }

    /** How long the pages of one host are left alone; meanwhile the site's other hosts may be asked. */
    Duration crawlPause(String host) {
        long now = pace.nanoTime();
        return Duration.ofNanos(Math.max(0, hostsQuietUntil.getOrDefault(String.valueOf(host), now) - now));
    }

    /** The site told what is left of an allowance. */
    void allowance(String path, RateLimit limit) {
        if (limit.remaining() <= RESERVE) {
            bucketsClosedUntil.put(
                    bucketOf(path), pace.nanoTime() + limit.reset().toNanos());
        }
    }

    /** The site asked to be left alone. */
    void stayAway(Duration wait) {
        awayUntil = Math.max(awayUntil, pace.nanoTime() + wait.toNanos());
    }

    /** A try went wrong or well; one that went wrong is not forgotten at once. */
    void note(boolean succeeded) {
        circuit.note(succeeded);
        if (!succeeded) {
            trustedFrom = pace.nanoTime() + DISTRUST.toNanos();
        }
    }

    /** Whether a try has gone wrong not long ago. */
    boolean isDoubtful() {
        return pace.nanoTime() < trustedFrom;
    }

    Optional<BaseRobotRules> robots(String host) {
        return Optional.ofNullable(robots.get(host))
                .filter(known -> pace.nanoTime() - known.readAt() < ROBOTS_HOLD.toNanos())
                .map(Robots::rules);
    }

    void robots(String host, BaseRobotRules rules) {
        robots.put(host, new Robots(rules, pace.nanoTime()));
    }

    private Duration crawlDelay(String host) {
        long delay = rule.statesRateOf(host)
                ? 0
                : robots(host).map(BaseRobotRules::getCrawlDelay).orElse(0L);
        return Duration.ofMillis(Math.max(0, Math.min(delay, 60_000)));
    }

    private Duration scaled(Duration duration) {
        return Duration.ofNanos((long) (duration.toNanos() * timeScale));
    }

    /** The Hub's three allowances (https://huggingface.co/docs/hub/rate-limits); other sites have one. */
    private static String bucketOf(String path) {
        return path.contains("/resolve/") ? "resolvers" : path.startsWith("/api/") ? "api" : "pages";
    }
}
