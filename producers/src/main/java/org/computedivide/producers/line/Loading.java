package org.computedivide.producers.line;

import org.computedivide.avro.BackfillOrder;
import org.computedivide.avro.BackfillProgress;
import org.computedivide.producers.fetch.Failure;
import org.jspecify.annotations.Nullable;

/** What the progress of a history becomes. */
final class Loading {

    private Loading() {}

    /** The progress of an order; its counts go on when the same days were begun before. */
    static BackfillProgress of(BackfillOrder order, @Nullable BackfillProgress before) {
        boolean sameDays = before != null
                && before.getFrom().equals(order.getFrom())
                && before.getTo().equals(order.getTo())
                && (!before.getState().equals("done") || before.getOrderedAt().equals(order.getOrderedAt()));
        var progress = sameDays ? BackfillProgress.newBuilder(before) : BackfillProgress.newBuilder();
        return progress.setFrom(order.getFrom())
                .setTo(order.getTo())
                .setOrderedAt(order.getOrderedAt())
                .build();
    }

    static BackfillProgress read(BackfillProgress before, Step step, double done) {
        return BackfillProgress.newBuilder(before)
                .setState(done >= 1 ? "done" : "running")
                .setMessage("")
                .setDone(done)
                .setPages(before.getPages() + (step.due() ? 1 : 0))
                .build();
    }

    static BackfillProgress failed(BackfillProgress before, Failure failure) {
        return BackfillProgress.newBuilder(before)
                .setState("waiting")
                .setMessage(failure.detail())
                .build();
    }
}
