package org.computedivide.monitor.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.computedivide.avro.Evidence;
import org.computedivide.monitor.CannotRun;
import org.computedivide.streams.rules.identity.Families;
import org.computedivide.streams.rules.identity.FamilyStore;

/**
 * How many names of repositories a second the writer of releases resolves, in memory and on one thread: each is read, given
 * its keys, and its family or base is found among those before it. Then the same writer begins anew from a log of what
 * was proven, as after a restart without state.
 *
 * @param names how many names there are in the end
 * @param last of so many at the end the time is taken apart, since they are resolved beside all others
 */
public record NameBench(long names, long last) {

    /** So many are made before any of them is resolved: making them is not measured. */
    private static final int BATCH = 10_000;

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    public NameBench {
        if (last < 1 || names < last) {
            throw new CannotRun("there must be at least one name, and no more of them at the end than in all");
        }
    }

    /**
     * How long something took.
     *
     * @param time that went by
     * @param processor time of the whole process, compiler and collector with it: what one processor needs that has nothing else to do
     */
    public record Took(Duration time, Duration processor) {

        private static final Took NOTHING = new Took(Duration.ZERO, Duration.ZERO);

        private Took plus(Took other) {
            return new Took(time.plus(other.time), processor.plus(other.processor));
        }
    }

    /**
     * What was measured.
     *
     * @param resolving how long all names took
     * @param resolvingLast how long the last of them took
     * @param heldBytes the memory that the writer holds in the end
     * @param logBytes the size of the log that it begins anew from
     * @param restarting how long it takes to read that log and to be where it was
     * @param releases that it knows in the end
     */
    public record Measured(
            Took resolving, Took resolvingLast, long heldBytes, long logBytes, Took restarting, long releases) {}

    /** The time of one run through all names, and the writer's memory and releases then. */
    private record Run(Took took, Took tookLast, long heldBytes, long releases) {}

    /** Resolves the names, then begins anew. */
    public Measured run() {
        try {
            Path log = Files.createTempFile("names", ".log");
            try {
                write(log);
                Run first = resolve();
                Run again = restart(log);
                return measured(first, again, Files.size(log));
            } finally {
                Files.delete(log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the log of the names", e);
        }
    }

    private static Measured measured(Run first, Run again, long logBytes) {
        if (first.releases() != again.releases()) {
            throw new CannotRun(
                    "%d releases before the restart, %d after it".formatted(first.releases(), again.releases()));
        }
        return new Measured(
                first.took(), first.tookLast(), first.heldBytes(), logBytes, again.took(), first.releases());
    }

    private void write(Path log) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(log)))) {
            for (long number = 0; number < names; number++) {
                ByteBuffer bytes = MadeNames.of(number).read().toByteBuffer();
                out.writeInt(bytes.remaining());
                out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
            }
        }
    }

    private Run resolve() throws IOException {
        return run(numbers -> {
            List<MadeNames.Made> made = numbers.mapToObj(MadeNames::of).toList();
            return made.stream().map(MadeNames.Made::read).iterator();
        });
    }

    private Run restart(Path log) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(log)))) {
            return run(numbers -> numbers.mapToObj(number -> read(in)).iterator());
        }
    }

    private static Evidence read(DataInputStream in) {
        try {
            return Evidence.fromByteBuffer(ByteBuffer.wrap(in.readNBytes(in.readInt())));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the log of the names", e);
        }
    }

    private Run run(Function<LongStream, Iterator<Evidence>> from) {
        long empty = usedMemory();
        var store = FamilyStore.inMemory();
        var families = new Families(store);
        Took took = Took.NOTHING;
        for (long first = 0; first < names - last; first += BATCH) {
            took = took.plus(apply(
                    from.apply(LongStream.range(first, Math.min(first + BATCH, names - last))), families));
        }
        Took tookLast = apply(from.apply(LongStream.range(names - last, names)), families);
        long held = usedMemory() - empty;
        int releases = store.releases().keys("").size();
        return new Run(took.plus(tookLast), tookLast, held, releases);
    }

    private static Took apply(Iterator<Evidence> evidence, Families families) {
        long begun = System.nanoTime();
        long processor = PROCESS.getProcessCpuTime();
        while (evidence.hasNext()) {
            families.apply(evidence.next());
        }
        return new Took(
                Duration.ofNanos(System.nanoTime() - begun), Duration.ofNanos(PROCESS.getProcessCpuTime() - processor));
    }

    private static long usedMemory() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
