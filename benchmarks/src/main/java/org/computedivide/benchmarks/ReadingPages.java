package org.computedivide.benchmarks;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.computedivide.producers.arxiv.ArxivSource;
import org.computedivide.producers.fetch.Media;
import org.computedivide.producers.fetch.Mirror;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.fetch.Request;
import org.computedivide.producers.hub.HubSource;
import org.computedivide.producers.source.Batch;
import org.computedivide.producers.source.Look;
import org.computedivide.producers.source.SeenItems;
import org.computedivide.producers.source.Source;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How fast one thread reads answers into drafts of observations: bytes a second of arXiv's Atom, of which one page is an
 * even megabyte, and records a second of the Hub's list.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class ReadingPages {

    private static final int MEGABYTE = 1_000_000;
    private static final int RECORDS = 1_000;
    private static final Instant NOW = Instant.parse("2026-02-16T00:00:00Z");
    private static final Look LOOK = new Look("", SeenItems.NONE, NOW, NOW.minus(Duration.ofDays(30)), 1);

    private final Source arxiv = new ArxivSource(List.of("cs.CL"), Duration.ofMinutes(15));
    private final Source hub = new HubSource(Duration.ofMinutes(1), Mirror.of(Optional.empty()));
    private final Request newest =
            Request.page(URI.create("https://export.arxiv.org/api/query?search_query=cat:cs.CL"), Media.XML);
    private final Request list = Request.page(URI.create("https://huggingface.co/api/models"), Media.JSON);
    private Page atom = Page.of("");
    private Page json = Page.of("");

    /** Makes the pages. */
    @Setup
    public void make() {
        atom = Page.of(MadePages.atom(MEGABYTE));
        json = Page.of(MadePages.models(RECORDS));
        if (atom.text().getBytes(StandardCharsets.UTF_8).length != MEGABYTE) {
            throw new IllegalStateException("a page of arXiv must be a megabyte, so that one a second is 1 MB/s");
        }
    }

    /** One operation is a megabyte. */
    @Benchmark
    public Reading<Batch> arxivMegabytes() {
        return read(arxiv, newest, atom);
    }

    /** One operation is a repository. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public Reading<Batch> hubRecords() {
        return read(hub, list, json);
    }

    private static Reading<Batch> read(Source source, Request request, Page page) {
        Reading<Batch> reading = source.parse(LOOK, request, page);
        if (reading instanceof Reading.Read<Batch>) {
            return reading;
        }
        throw new IllegalStateException("the page was not read: " + reading);
    }
}
