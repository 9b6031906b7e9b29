package org.computedivide.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.EvidenceReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How many observations a second one thread reads into evidence: abstracts of some 1,200 characters, cards of 8,000. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class ReadingTexts {

    private static final int TEXTS = 1_000;

    private final EvidenceReader reader = new EvidenceReader();
    private List<Observation> abstracts = List.of();
    private List<Observation> cards = List.of();
    private int next;

    /** Makes the texts. */
    @Setup
    public void make() {
        abstracts = IntStream.range(0, TEXTS).mapToObj(MadeTexts::paper).toList();
        cards = IntStream.range(0, TEXTS).mapToObj(MadeTexts::repository).toList();
    }

    /** A paper of which nine in ten are no release, as on arXiv. */
    @Benchmark
    public Evidence readAbstract() {
        return reader.read(abstracts.get(next++ % TEXTS));
    }

    /** A hub repository with its card. */
    @Benchmark
    public Evidence readCard() {
        return reader.read(cards.get(next++ % TEXTS));
    }
}
