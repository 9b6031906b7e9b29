package org.computedivide.producers.line;

import java.util.Optional;
import org.computedivide.avro.BackfillOrder;
import org.computedivide.avro.Observation;
import org.computedivide.producers.fetch.Outcome;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.fetch.Request;
import org.computedivide.producers.source.Batch;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.History;
import org.computedivide.producers.source.Look;
import org.computedivide.producers.source.Positions;
import org.computedivide.producers.source.Source;
import org.computedivide.producers.source.SourceInfo;

/** A history that is loaded by order: knows when it is at its end, and marks what it finds as found by it. */
final class Backfill implements Source {

    private final History history;
    private final BackfillOrder order;

    Backfill(History history, BackfillOrder order) {
        this.history = history;
        this.order = order;
    }

    /** The name of the cursor of a source's history. */
    static String cursorOf(String source) {
        return source + "/backfill";
    }

    @Override
    public SourceInfo info() {
        return history.info();
    }

    BackfillOrder order() {
        return order;
    }

    /** Share of the way behind, from 0 to 1. */
    double done(String position) {
        BackfillPosition at = position(position);
        return at.finished() ? 1 : Math.min(0.999, history.done(at.history()));
    }

    @Override
    public Optional<Request> next(Look look) {
        BackfillPosition at = position(look.position());
        return at.finished() ? Optional.empty() : history.next(inside(look, at));
    }

    @Override
    public Reading<Batch> parse(Look look, Request request, Page page) {
        BackfillPosition at = position(look.position());
        Reading<Batch> reading = history.parse(inside(look, at), request, page);
        return reading instanceof Reading.Read<Batch> read ? Reading.read(outside(at, read.value())) : reading;
    }

    @Override
    public String unchanged(Look look, Request request) {
        return look.position();
    }

    @Override
    public Optional<Batch> absent(Look look, Request request, Outcome.Absent<?> absent) {
        BackfillPosition at = position(look.position());
        return history.absent(inside(look, at), request, absent).map(batch -> outside(at, batch));
    }

    private BackfillPosition position(String json) {
        return Positions.read(json, BackfillPosition.class, () -> BackfillPosition.first(order))
                .goingOnFor(order);
    }

    private static Look inside(Look look, BackfillPosition at) {
        return new Look(at.history(), look.seen(), look.now(), look.since(), look.round());
    }

    private Batch outside(BackfillPosition at, Batch batch) {
        boolean end = history.done(batch.position()) >= 1;
        return new Batch(
                batch.drafts().stream().map(Backfill::marked).toList(),
                batch.rejected(),
                Positions.write(at.at(batch.position(), end)));
    }

    private static Draft marked(Draft draft) {
        Observation marked = Observation.newBuilder(draft.observation())
                .setIntake("backfill")
                .build();
        return new Draft(marked, draft.version(), draft.mark(), draft.parts(), draft.lastingName());
    }
}
