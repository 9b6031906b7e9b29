package org.computedivide.producers.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.computedivide.avro.Rejected;
import org.computedivide.producers.fetch.Media;
import org.computedivide.producers.fetch.Mirror;
import org.computedivide.producers.fetch.Outcome;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.fetch.Request;
import org.computedivide.producers.hub.HubPosition.Doubt;
import org.computedivide.producers.source.Batch;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.History;
import org.computedivide.producers.source.Look;
import org.computedivide.producers.source.Positions;
import org.computedivide.producers.source.Source;
import org.computedivide.producers.source.SourceInfo;
import org.computedivide.producers.source.Span;

/**
 * Model repositories of the Hugging Face Hub, newest first: first those that were made, then those that were changed.
 * Each walk goes down to the newest that the one before had seen, and a little further, because a repository may become
 * visible a while after it was made. One that was made private first and shown later is found by its change. One that the
 * list leaves out between others that it had beside it is asked for by itself: only when the Hub says in two rounds that it
 * is not there is it gone. All that are known are looked after by themselves in turn, {@value HubPosition.Rotation#MOST} in
 * a round: at one round a minute 28,800 a day, a fifth of what the Hub allows an anonymous caller.
 */
public final class HubSource implements Source {

    static final String ID = "huggingface";
    static final String SITE = "https://huggingface.co";
    private static final Duration OVERLAP = Duration.ofMinutes(15);
    private static final int PAGE = 100;
    private static final int LOOKS = 2;
    private static final String NOT_FOUND = "RepoNotFound";
    private static final String FIELDS = String.join(
            "&expand%5B%5D=",
            "",
            "author",
            "cardData",
            "createdAt",
            "gated",
            "lastModified",
            "library_name",
            "pipeline_tag",
            "private",
            "safetensors",
            "sha",
            "siblings",
            "tags");

    private final SourceInfo info;
    private final HubReader reader;

    /**
     * @param interval real time between two rounds
     * @param mirror whose addresses the link to the next page may hold
     */
    public HubSource(Duration interval, Mirror mirror) {
        this.info = new SourceInfo(ID, "Hugging Face Hub", URI.create(SITE + "/api/models"), interval);
        this.reader = new HubReader(mirror);
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public Optional<Request> next(Look look) {
        HubPosition at = walking(look);
        if (at.walk().isEmpty()) {
            return at.doubtful(look.round())
                    .map(doubt -> Request.once(URI.create(one(doubt.id())), Media.JSON))
                    .or(() -> at.around()
                            .next(look.seen())
                            .map(id -> Request.ofItem(URI.create(one(id)), Media.JSON, id)));
        }
        return Optional.of(
                at.nextPage().isEmpty()
                        ? Request.page(URI.create(list(sort(at), PAGE)), Media.JSON)
                        : Request.once(URI.create(at.nextPage()), Media.JSON));
    }

    private static String sort(HubPosition at) {
        return at.walk().equals(HubPosition.CREATED) ? "createdAt" : "lastModified";
    }

    /** Address of the first page of a list. */
    static String list(String sort, int most) {
        return SITE + "/api/models?sort=" + sort + "&direction=-1&limit=" + most + FIELDS;
    }

    private static String one(String id) {
        return SITE + "/api/models/" + id + FIELDS.replaceFirst("&", "?");
    }

    @Override
    public Optional<History> history(Span span) {
        return Optional.of(new HubHistory(info, reader, span));
    }

    @Override
    public String unchanged(Look look, Request request) {
        HubPosition at = walking(look);
        return Positions.write(request.item().isEmpty() ? at.unchanged() : at.lookedAfter(request.item(), look.seen()));
    }

    @Override
    public Reading<Batch> parse(Look look, Request request, Page page) {
        HubPosition at = walking(look);
        return at.walk().isEmpty()
                ? HubReader.one(page, model -> Reading.read(stillThere(look, at, request, model)))
                : reader.list(page, listed -> read(look, at, listed));
    }

    /** A repository in doubt that the Hub denies: once more in another round, then it is gone. */
    @Override
    public Optional<Batch> absent(Look look, Request request, Outcome.Absent<?> absent) {
        HubPosition at = walking(look);
        if (!request.item().isEmpty()) {
            HubPosition next = at.lookedAfter(request.item(), look.seen());
            boolean isDoubtful = absent.code().equals(NOT_FOUND) && isPresent(look, request.item());
            return Optional.of(Batch.move(Positions.write(isDoubtful ? next.doubting(request.item()) : next)));
        }
        Optional<Doubt> doubtful = at.walk().isEmpty() ? at.doubtful(look.round()) : Optional.empty();
        if (doubtful.isEmpty() || absent.code().isEmpty()) {
            return Optional.empty();
        }
        Doubt doubt = doubtful.get();
        boolean denied = absent.code().equals(NOT_FOUND);
        boolean gone = denied && doubt.gone() + 1 >= LOOKS;
        Optional<Doubt> again =
                denied && !gone ? Optional.of(new Doubt(doubt.id(), doubt.gone() + 1, look.round())) : Optional.empty();
        boolean wasThere = isPresent(look, doubt.id());
        List<Draft> drafts = gone && wasThere ? List.of(Draft.of(HubReader.withdrawn(doubt.id()))) : List.of();
        return Optional.of(Batch.of(drafts, Positions.write(at.answered(doubt, again))));
    }

    private static boolean isPresent(Look look, String id) {
        return look.seen()
                .of(id)
                .filter(seen -> seen.getState().equals("present"))
                .isPresent();
    }

    private static HubPosition walking(Look look) {
        HubPosition at = Positions.read(
                look.position(),
                HubPosition.class,
                () -> HubPosition.first(look.since().toString()));
        return at.walk().isEmpty() && at.round() != look.round() ? at.begin(look.round()) : at;
    }

    private static Batch stillThere(Look look, HubPosition at, Request request, JsonNode model) {
        var drafts = new ArrayList<Draft>();
        var rejected = new ArrayList<Rejected>();
        Instant since = Instant.parse(at.since());
        HubReader.take(look, model, created -> !created.isBefore(since), drafts, rejected);
        HubPosition next = request.item().isEmpty()
                ? at.doubtful(look.round())
                        .map(doubt -> at.answered(doubt, Optional.empty()))
                        .orElse(at)
                : at.lookedAfter(request.item(), look.seen());
        return new Batch(drafts, rejected, Positions.write(next));
    }

    private static Reading<Batch> read(Look look, HubPosition at, HubReader.Listed listed) {
        if (listed.models().isEmpty() && at.nextPage().isEmpty()) {
            return new Reading.PageChanged<>("[0]: the Hub lists no model at all");
        }
        var drafts = new ArrayList<Draft>();
        var rejected = new ArrayList<Rejected>();
        var ids = new ArrayList<String>();
        String top = at.top();
        boolean reachedMark = false;
        Instant since = Instant.parse(at.since());
        for (JsonNode model : listed.models()) {
            String time = model.path(sort(at)).asText("");
            top = top.compareTo(time) >= 0 ? top : time;
            reachedMark = reachedMark || isBelow(time, at.mark());
            ids.add(model.path("id").asText(""));
            HubReader.take(look, model, created -> !created.isBefore(since), drafts, rejected);
        }
        boolean breaksOff = !reachedMark && listed.next().isEmpty();
        if (breaksOff && !at.mark().equals(at.since())) {
            return new Reading.PageChanged<>("Link: the list ends above what it had, at " + at.mark());
        }
        HubPosition next = reachedMark || breaksOff ? at.finished(top, ids) : at.page(listed.next(), top, ids);
        return Reading.read(new Batch(drafts, rejected, Positions.write(next)));
    }

    /** Models without a time stand at the end of the list. */
    private static boolean isBelow(String time, String mark) {
        return HubReader.instant(time)
                .map(at -> at.isBefore(Instant.parse(mark).minus(OVERLAP)))
                .orElse(true);
    }
}
