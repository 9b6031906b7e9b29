package org.computedivide.producers.arxiv;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.computedivide.producers.arxiv.ArxivPosition.Listing;
import org.computedivide.producers.fetch.Media;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.fetch.Request;
import org.computedivide.producers.source.Batch;
import org.computedivide.producers.source.History;
import org.computedivide.producers.source.Look;
import org.computedivide.producers.source.Positions;
import org.computedivide.producers.source.Source;
import org.computedivide.producers.source.SourceInfo;
import org.computedivide.producers.source.Span;

/**
 * New papers of some arXiv categories. Three ways lead to a paper, because none is enough alone: the newest submissions
 * are seen at once, but a paper that was held for weeks comes in far below the top; the daily announcement names what
 * was listed today, held or not; the OAI-PMH listing names all that was listed or changed since a day, also after the
 * monitor was down. Every observation is read from the search API, so that a paper looks the same whichever way led to
 * it; announcement and listing only say which ids to look up.
 */
public final class ArxivSource implements Source {

    static final String ID = "arxiv";
    static final int PAGE = 200;
    static final int LOOKUP = 100;
    private static final Duration BETWEEN_ANNOUNCEMENTS = Duration.ofHours(6);

    private final List<String> categories;
    private final List<String> sets;
    private final SourceInfo info;
    private final Set<String> categorySets;
    private final ArxivReader reader;

    /**
     * @param categories for example cs.CL
     * @param interval real time between two rounds
     */
    public ArxivSource(List<String> categories, Duration interval) {
        this.categories = List.copyOf(categories);
        this.sets =
                categories.stream().map(OaiSets::listedFor).distinct().sorted().toList();
        this.info = new SourceInfo(ID, "arXiv", URI.create("https://export.arxiv.org/api/query"), interval);
        this.categorySets = categories.stream().map(OaiSets::ofCategory).collect(Collectors.toUnmodifiableSet());
        this.reader = new ArxivReader(categorySets, sets.size());
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public Optional<Request> next(Look look) {
        ArxivPosition at = position(look);
        if (!at.pending().isEmpty()) {
            return Optional.of(lookup(at));
        }
        if (at.start() >= 0) {
            return Optional.of(newest(at.start()));
        }
        if (at.round() != look.round()) {
            return Optional.of(newest(0));
        }
        if (isAnnouncementDue(at, look.now())) {
            return Optional.of(
                    Request.page(URI.create("https://rss.arxiv.org/rss/" + String.join("+", categories)), Media.XML));
        }
        boolean listed = at.listing().set() < 0 && at.listedThrough().compareTo(day(look.now())) >= 0;
        return listed ? Optional.empty() : Optional.of(listing(begun(at, look)));
    }

    @Override
    public Reading<Batch> parse(Look look, Request request, Page page) {
        ArxivPosition at = position(look);
        return switch (request.uri().getHost()) {
            case "rss.arxiv.org" -> reader.announcement(look, at, page);
            case "oaipmh.arxiv.org" -> reader.listing(look, begun(at, look), page);
            default -> at.pending().isEmpty() ? reader.newest(look, at, page) : reader.lookup(look, at, page);
        };
    }

    @Override
    public String unchanged(Look look, Request request) {
        ArxivPosition at = position(look);
        return Positions.write(
                request.uri().getHost().equals("rss.arxiv.org")
                        ? at.announced(look.now().toString())
                        : at.walk(look.round(), -1));
    }

    @Override
    public Optional<History> history(Span span) {
        return Optional.of(new ArxivHistory(this, span));
    }

    /** The sets that are listed, one after the other. */
    List<String> sets() {
        return sets;
    }

    /** The sets of which a paper must have one. */
    Set<String> categorySets() {
        return categorySets;
    }

    private static ArxivPosition position(Look look) {
        return Positions.read(
                look.position(),
                ArxivPosition.class,
                () -> ArxivPosition.first(look.since().toString()));
    }

    static String day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
    }

    private Request newest(int start) {
        String query = categories.stream().map(category -> "cat:" + category).collect(Collectors.joining(" OR "));
        URI uri = api("search_query=" + encoded(query) + "&sortBy=submittedDate&sortOrder=descending&start=" + start
                + "&max_results=" + PAGE);
        return start == 0 ? Request.page(uri, Media.XML) : Request.once(uri, Media.XML);
    }

    private static Request lookup(ArxivPosition at) {
        return lookup(
                ArxivReader.asked(at).stream().map(id -> id.replace("!", "")).toList());
    }

    /** Asks for papers by their ids, at most {@link #LOOKUP} of them. */
    static Request lookup(List<String> ids) {
        return Request.once(
                api("id_list=" + encoded(String.join(",", ids)) + "&start=0&max_results=" + LOOKUP), Media.XML);
    }

    private static boolean isAnnouncementDue(ArxivPosition at, Instant now) {
        return at.announcedAt().isEmpty()
                || !Instant.parse(at.announcedAt()).plus(BETWEEN_ANNOUNCEMENTS).isAfter(now);
    }

    /** The position with a listing under way. One day is read again, for what was listed late on it. */
    private static ArxivPosition begun(ArxivPosition at, Look look) {
        if (at.listing().set() >= 0) {
            return at;
        }
        String from = at.listedThrough().isEmpty()
                ? day(Instant.parse(at.since()))
                : LocalDate.parse(at.listedThrough()).minusDays(1).toString();
        return at.listing(at.listedThrough(), new Listing(0, from, day(look.now()), ""));
    }

    private Request listing(ArxivPosition at) {
        Listing listing = at.listing();
        return listing(listing.set(), listing.from(), listing.until(), listing.token());
    }

    /** Asks for a page of the listing: the first of some days, or the one that a token stands for. */
    Request listing(int set, String from, String until, String token) {
        String query = token.isEmpty()
                ? "metadataPrefix=arXiv&set=" + encoded(sets.get(set)) + "&from=" + from + "&until=" + until
                : "resumptionToken=" + encoded(token);
        return Request.once(URI.create("https://oaipmh.arxiv.org/oai?verb=ListIdentifiers&" + query), Media.XML);
    }

    private static URI api(String query) {
        return URI.create("https://export.arxiv.org/api/query?" + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
