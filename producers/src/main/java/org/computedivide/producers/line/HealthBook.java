package org.computedivide.producers.line;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.computedivide.avro.BackfillOrder;
import org.computedivide.avro.BackfillProgress;
import org.computedivide.avro.LagCount;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Rejected;
import org.computedivide.avro.SourceHealth;
import org.computedivide.producers.fetch.Failure;
import org.computedivide.producers.source.SourceInfo;

/** How one source is doing: the state of its last try, and counts since the first start. */
final class HealthBook {

    private static final int LAGS_KEPT = 1_000;
    private static final Duration LAGS_SINCE = Duration.ofDays(30);

    private final Deque<Lag> lags = new ArrayDeque<>();
    private SourceHealth health;
    private Optional<String> alarm;
    private boolean inHistory;

    private record Lag(Instant observedAt, long seconds) {}

    HealthBook(SourceInfo info, Optional<SourceHealth> before) {
        alarm = before.filter(last -> last.getState().equals("page-changed") && last.getLastSuccess() != null)
                .filter(last -> last.getLastSuccess().equals(last.getLastAttempt()))
                .map(SourceHealth::getMessage);
        health = SourceHealth.newBuilder(
                        before.orElseGet(() -> SourceHealth.newBuilder().build()))
                .setSource(info.id())
                .setName(info.name())
                .setUrl(info.url().toString())
                .setState("waiting")
                .setMessage("starting")
                .build();
    }

    SourceHealth current() {
        return health;
    }

    void wrote(Writes writes, Instant now) {
        count(writes);
        writes.observations.forEach(this::noteLag);
        noteAlarm(writes);
        List<LagCount> distribution = LagClasses.with(health.getLags(), writes.observations);
        lags.removeIf(lag -> lag.observedAt().isBefore(now.minus(LAGS_SINCE)));
        health = SourceHealth.newBuilder(health)
                .setItems(health.getItems() + writes.observations.size())
                .setRejected(health.getRejected() + writes.rejected.size())
                .setLags(distribution)
                .setLagMedianSeconds(median().orElse(null))
                .build();
    }

    /** An item's page that lacks what it always had stays an alarm until an item can be read again. */
    private void noteAlarm(Writes writes) {
        Optional<String> changed = writes.rejected.stream()
                .filter(rejected -> rejected.getReason().equals("page-changed"))
                .filter(rejected -> !rejected.getNativeId().equals(health.getUrl()))
                .map(Rejected::getDetail)
                .findFirst();
        alarm = changed.or(() -> writes.observations.isEmpty() ? alarm : Optional.empty());
    }

    /** Lag is known only when the source tells the instant, not just the day. */
    private void noteLag(Observation observation) {
        String published = observation.getPublishedAt();
        boolean exact = published != null && published.endsWith("Z") && published.length() >= 20;
        if (exact && observation.getIntake().equals("live") && observation.getRevision() <= 1) {
            Duration lag = Duration.between(Instant.parse(published), observation.getObservedAt());
            lags.addLast(new Lag(observation.getObservedAt(), Math.max(0, lag.toSeconds())));
        }
        if (lags.size() > LAGS_KEPT) {
            lags.removeFirst();
        }
    }

    private Optional<Long> median() {
        long[] sorted = lags.stream().mapToLong(Lag::seconds).sorted().toArray();
        return sorted.length == 0 ? Optional.empty() : Optional.of(sorted[(sorted.length - 1) / 2]);
    }

    /** A page of a history is asked for. */
    void loading(BackfillOrder order) {
        inHistory = true;
        health = with(Loading.of(order, health.getBackfill()));
    }

    /** What came of it. */
    void loaded(Step step, double done) {
        inHistory = false;
        if (health.getBackfill() != null) {
            health = with(Loading.read(health.getBackfill(), step, done));
        }
    }

    void notLoaded(Failure failure) {
        inHistory = false;
        if (health.getBackfill() != null) {
            health = with(Loading.failed(health.getBackfill(), failure));
        }
    }

    /** An order was taken back; what to publish when that was not known. */
    Optional<SourceHealth> paused(BackfillOrder order) {
        BackfillProgress before = health.getBackfill();
        boolean known = before != null && before.getOrderedAt().equals(order.getOrderedAt());
        if (known && (before.getState().equals("paused") || before.getState().equals("done"))) {
            return Optional.empty();
        }
        health = with(BackfillProgress.newBuilder(Loading.of(order, before))
                .setState("paused")
                .build());
        return Optional.of(health);
    }

    private SourceHealth with(BackfillProgress progress) {
        return SourceHealth.newBuilder(health).setBackfill(progress).build();
    }

    private void count(Writes writes) {
        BackfillProgress progress = health.getBackfill();
        if (inHistory && progress != null) {
            health = with(BackfillProgress.newBuilder(progress)
                    .setItems(progress.getItems() + writes.observations.size())
                    .build());
        }
    }

    void succeeded(Instant now, Instant next) {
        health = SourceHealth.newBuilder(health)
                .setState(alarm.isPresent() ? "page-changed" : "ok")
                .setMessage(alarm.orElse(""))
                .setLastSuccess(now)
                .setLastAttempt(now)
                .setNextAttempt(next)
                .build();
    }

    void failed(Failure failure, Instant now, Instant next) {
        health = SourceHealth.newBuilder(health)
                .setState(failure.state())
                .setMessage(failure.detail())
                .setLastAttempt(now)
                .setNextAttempt(next)
                .setErrors(health.getErrors() + 1)
                .build();
    }
}
