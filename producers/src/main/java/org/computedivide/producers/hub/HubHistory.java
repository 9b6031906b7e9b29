package org.computedivide.producers.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.computedivide.avro.Rejected;
import org.computedivide.producers.fetch.Media;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.fetch.Request;
import org.computedivide.producers.source.Batch;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.History;
import org.computedivide.producers.source.Look;
import org.computedivide.producers.source.Positions;
import org.computedivide.producers.source.SourceInfo;
import org.computedivide.producers.source.Span;

/**
 * Repositories that were made between two days. The Hub lists by creation from the newest down and cannot be asked to
 * begin at a day, so the pages after the last day are passed over.
 */
final class HubHistory implements History {

    private static final int PAGE = 200;

    private final SourceInfo info;
    private final HubReader reader;
    private final Span span;

    HubHistory(SourceInfo info, HubReader reader, Span span) {
        this.info = info;
        this.reader = reader;
        this.span = span;
    }

    /**
     * Where the history stands.
     *
     * @param top creation of the newest repository; empty before the first page
     * @param bottom creation of the oldest one that was listed
     * @param next address of the next page
     * @param end whether the first day was reached
     */
    record Position(String top, String bottom, String next, boolean end) {
        static final Position FIRST = new Position("", "", "", false);
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public double done(String json) {
        Position at = position(json);
        if (at.end() || at.top().isEmpty()) {
            return at.end() ? 1 : 0;
        }
        Instant top = Instant.parse(at.top());
        double all = Math.max(1, Duration.between(span.begin(), top).toSeconds());
        return Duration.between(Instant.parse(at.bottom()), top).toSeconds() / all;
    }

    @Override
    public Optional<Request> next(Look look) {
        Position at = position(look.position());
        if (at.end()) {
            return Optional.empty();
        }
        String address = at.next().isEmpty() ? HubSource.list("createdAt", PAGE) : at.next();
        return Optional.of(Request.once(URI.create(address), Media.JSON));
    }

    @Override
    public Reading<Batch> parse(Look look, Request request, Page page) {
        Position at = position(look.position());
        return reader.list(page, listed -> {
            if (listed.models().isEmpty()) {
                return new Reading.PageChanged<>("[0]: the Hub lists no model at all");
            }
            var drafts = new ArrayList<Draft>();
            var rejected = new ArrayList<Rejected>();
            String bottom = at.bottom();
            boolean passed = false;
            for (JsonNode model : listed.models()) {
                Optional<Instant> created =
                        HubReader.instant(model.path("createdAt").asText(""));
                passed = passed
                        || created.filter(time -> time.isBefore(span.begin())).isPresent();
                bottom = created.map(Instant::toString).orElse(bottom);
                if (created.filter(span::holds).isPresent()) {
                    HubReader.take(look, model, span::holds, drafts, rejected);
                }
            }
            boolean end = passed || listed.next().isEmpty();
            String top = at.top().isEmpty() ? firstTime(listed, bottom) : at.top();
            var next = new Position(top, bottom.isEmpty() ? top : bottom, end ? "" : listed.next(), end);
            return Reading.read(new Batch(drafts, rejected, Positions.write(next)));
        });
    }

    private String firstTime(HubReader.Listed listed, String otherwise) {
        return listed.models().stream()
                .map(model -> HubReader.instant(model.path("createdAt").asText("")))
                .flatMap(Optional::stream)
                .findFirst()
                .map(Instant::toString)
                .orElse(otherwise.isEmpty() ? span.end().toString() : otherwise);
    }

    private static Position position(String json) {
        return Positions.read(json, Position.class, () -> Position.FIRST);
    }
}
