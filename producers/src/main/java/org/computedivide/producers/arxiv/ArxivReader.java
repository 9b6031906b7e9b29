package org.computedivide.producers.arxiv;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Rejected;
import org.computedivide.avro.Seen;
import org.computedivide.producers.arxiv.ArxivPosition.Listing;
import org.computedivide.producers.arxiv.Mentions.Mention;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.source.Batch;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.Look;
import org.computedivide.producers.source.Positions;
import org.computedivide.producers.source.Rejects;

/** What arXiv's answers mean for the position and the log. */
final class ArxivReader {

    private final Set<String> categorySets;
    private final int listedSets;

    ArxivReader(Set<String> categorySets, int listedSets) {
        this.categorySets = Set.copyOf(categorySets);
        this.listedSets = listedSets;
    }

    /** The ids of the next look-up. */
    static List<String> asked(ArxivPosition at) {
        return at.pending().subList(0, Math.min(ArxivSource.LOOKUP, at.pending().size()));
    }

    /** Newest submissions: down to the beginning at a first start, later down to a page without news. */
    Reading<Batch> newest(Look look, ArxivPosition at, Page page) {
        int start = Math.max(0, at.start());
        return then(SearchPage.read(page.text(), start, ArxivSource.PAGE), found -> {
            if (found.total() == 0 && !look.seen().present().isEmpty()) {
                return new Reading.PageChanged<>("entry: arXiv lists no paper at all");
            }
            Instant since = Instant.parse(at.since());
            Predicate<ArxivEntry> early = entry -> entry.submitted()
                    .filter(submitted -> submitted.isBefore(since))
                    .isPresent();
            List<ArxivEntry> wanted = found.entries().stream()
                    .filter(entry ->
                            !early.test(entry) || look.seen().of(entry.id).isPresent())
                    .toList();
            boolean news = wanted.stream().anyMatch(entry -> isNews(look, entry.id, entry.version));
            boolean more = start + found.entries().size() < found.total();
            boolean goesOn = news && more && found.entries().stream().noneMatch(early);
            long round = start == 0 ? look.round() : at.round();
            int next = goesOn ? start + ArxivSource.PAGE : -1;
            return Reading.read(batch(look, wanted, List.of(), Positions.write(at.walk(round, next))));
        });
    }

    /** Papers that were looked up by id. */
    Reading<Batch> lookup(Look look, ArxivPosition at, Page page) {
        List<String> asked = asked(at);
        return then(SearchPage.read(page.text(), 0, ArxivSource.LOOKUP), found -> {
            Set<String> answered =
                    found.entries().stream().map(entry -> entry.id).collect(Collectors.toSet());
            List<Draft> gone = asked.stream()
                    .filter(id -> id.startsWith("!"))
                    .map(id -> id.substring(1))
                    .filter(id ->
                            !answered.contains(id) && look.seen().present().contains(id))
                    .map(id -> Draft.of(withdrawn(id)))
                    .toList();
            List<String> rest = at.pending().subList(asked.size(), at.pending().size());
            return Reading.read(batch(look, found.entries(), gone, Positions.write(at.pending(rest))));
        });
    }

    /** The announcement of the day. */
    Reading<Batch> announcement(Look look, ArxivPosition at, Page page) {
        return then(Mentions.announcement(page.text()), mentions -> {
            Stream<String> news = mentions.papers().stream()
                    .filter(paper -> isNews(look, paper.id(), paper.version()))
                    .map(Mention::id);
            ArxivPosition next = withPending(at, news).announced(look.now().toString());
            return Reading.read(Batch.move(Positions.write(next)));
        });
    }

    /** One page of the listing. */
    Reading<Batch> listing(Look look, ArxivPosition at, Page page) {
        return then(Mentions.listing(page.text(), categorySets), mentions -> {
            Stream<String> news = mentions.papers().stream()
                    .filter(paper -> needsALook(look, paper))
                    .map(paper -> paper.deleted() ? "!" + paper.id() : paper.id());
            ArxivPosition next = withPending(at, news);
            return Reading.read(Batch.move(Positions.write(goneOn(next, mentions))));
        });
    }

    /** A place that the site no longer knows means that the set begins anew. */
    private ArxivPosition goneOn(ArxivPosition at, Mentions mentions) {
        Listing listing = at.listing();
        boolean setDone = mentions.token().isEmpty() && !mentions.expired();
        int set = setDone ? listing.set() + 1 : listing.set();
        return set < listedSets
                ? at.listing(at.listedThrough(), new Listing(set, listing.from(), listing.until(), mentions.token()))
                : at.listing(listing.until(), Listing.NONE);
    }

    private static ArxivPosition withPending(ArxivPosition at, Stream<String> more) {
        var pending = new LinkedHashSet<>(at.pending());
        more.forEach(pending::add);
        return at.pending(List.copyOf(pending));
    }

    /** Revisions never fall below the version number of arXiv, so a smaller one means that the version is new. */
    private static boolean isNews(Look look, String id, long version) {
        return look.seen().of(id).filter(seen -> seen.getRevision() >= version).isEmpty();
    }

    /** A paper was looked at on the day that its mark tells; what is listed for an earlier day was seen then. */
    static boolean needsALook(Look look, Mention paper) {
        Optional<Seen> seen = look.seen().of(paper.id());
        return seen.filter(known -> known.getEtag().compareTo(paper.day()) > 0).isEmpty();
    }

    static Batch batch(Look look, List<ArxivEntry> entries, List<Draft> gone, String next) {
        var drafts = new ArrayList<>(gone);
        var rejected = new ArrayList<Rejected>();
        String mark = ArxivSource.day(look.now());
        for (ArxivEntry entry : entries) {
            Optional<String> fault = entry.fault();
            if (fault.isEmpty()) {
                drafts.add(new Draft(entry.observation(), entry.version, mark, List.of()));
            } else {
                rejected.add(rejected(entry, fault.get(), look.now()));
            }
        }
        return new Batch(drafts, rejected, next);
    }

    private static Rejected rejected(ArxivEntry entry, String fault, Instant now) {
        String id = entry.id.isEmpty() ? entry.title : entry.id;
        String detail = fault.equals("no-id")
                ? "an entry of arXiv has no id"
                : "paper " + id + " has no date of submission but: " + entry.published;
        return Rejects.of(ArxivSource.ID, id, "https://arxiv.org/abs/" + id, fault, detail, entry.title, now);
    }

    private static Observation withdrawn(String id) {
        return Observation.newBuilder()
                .setSource(ArxivSource.ID)
                .setNativeId(id)
                .setState("withdrawn")
                .setForm("paper")
                .setOrigin(ArxivSource.ID)
                .setUrl("https://arxiv.org/abs/" + id)
                .build();
    }

    static <T> Reading<Batch> then(Reading<T> reading, Function<T, Reading<Batch>> next) {
        if (reading instanceof Reading.Read<T> read) {
            return next.apply(read.value());
        }
        return reading instanceof Reading.Refused<T> refused
                ? Reading.refused(refused.reason(), refused.detail())
                : new Reading.PageChanged<>(((Reading.PageChanged<T>) reading).selector());
    }
}
