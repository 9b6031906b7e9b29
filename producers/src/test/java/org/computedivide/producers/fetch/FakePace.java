package org.computedivide.producers.fetch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only when someone waits. */
public final class FakePace implements Pace {

    private final List<Duration> pauses = new ArrayList<>();
    private long now;

    @Override
    public synchronized long nanoTime() {
        return now;
    }

    @Override
    public synchronized void pause(Duration duration) {
        if (!duration.isZero()) {
            pauses.add(duration);
            now += duration.toNanos();
        }
    }

    /** What was waited for, in order. */
    public synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
