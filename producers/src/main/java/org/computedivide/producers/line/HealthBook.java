package org.computedivide.producers.line;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    private SourceHealth health;
    private Optional<String> alarm;
    private boolean inHistory;

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

    void wrote(Writes writes) {
        count(writes);
        noteAlarm(writes);
        health = SourceHealth.newBuilder(health)
                .setItems(health.getItems() + writes.observations.size())
                .setRejected(health.getRejected() + writes.rejected.size())
                .build();
        // What the first look finds was there before us, and says nothing about how late we are.
        if (health.getLastSuccess() != null) {
            noteLags(writes.observations);
        }
    }

    private void noteLags(List<Observation> observations) {
        List<LagCount> lags = LagClasses.with(health.getLags(), observations);
        String precision = Stream.of(LagClasses.INSTANT, LagClasses.DAY)
                .filter(one -> LagClasses.items(lags, one) > 0)
                .findFirst()
                .orElse("");
        health = SourceHealth.newBuilder(health)
                .setLags(lags)
                .setLagPrecision(precision)
                .setLagItems(LagClasses.items(lags, precision))
                .setLagMedianSeconds(LagClasses.percentile(lags, precision, 0.5).orElse(null))
                .setLagP90Seconds(LagClasses.percentile(lags, precision, 0.9).orElse(null))
                .build();
    }

    /** An item's page that lacks what it always had stays an alarm until an item can be read again. */
    private void noteAlarm(Writes writes) {
        if (writes.pageRefused) {
            return; // the round has failed, which its state says
        }
        Optional<String> changed = writes.rejected.stream()
                .filter(rejected -> rejected.getReason().equals("page-changed"))
                .map(Rejected::getDetail)
                .findFirst();
        alarm = changed.or(() -> writes.observations.isEmpty() ? alarm : Optional.empty());
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
