package org.computedivide.producers.feed;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.computedivide.producers.fetch.Fetcher;
import org.computedivide.producers.fetch.Media;
import org.computedivide.producers.fetch.Outcome;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.fetch.Request;
import org.computedivide.producers.source.Texts;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Finds the feed of a site: the address itself when it is one, else what the page names as its feed, else the usual
 * addresses. Asks politely, one address after the other, a dozen at most.
 */
public final class FeedSearch {

    private static final int PAGE_BYTES = 16 << 20;
    private static final int MOST_TRIED = 12;
    private static final int SHOWN = 3;
    private static final String NAMED = "link[rel~=(?i)\\balternate\\b][type~=(?i)application/(rss|atom)\\+xml][href]";
    private static final List<String> USUAL = List.of("feed", "rss.xml", "index.xml", "feed.xml", "atom.xml", "rss");

    /** Where a site has its news, when its front page names no feed. */
    private static final List<String> NEWS = List.of("blog/feed", "blog/rss.xml", "blog/index.xml", "news/rss.xml");

    private final Fetcher fetcher;
    private final Set<URI> tried = new LinkedHashSet<>();
    private Optional<String> problem = Optional.empty();
    private OptionalInt gone = OptionalInt.empty();

    public FeedSearch(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /**
     * A feed.
     *
     * @param url where it is
     * @param site the page that it says it is of; may be empty
     * @param title what it calls itself; may be empty
     * @param language BCP 47; empty when neither it nor the script of its titles says
     * @param posts how many it holds
     * @param first titles of the first few
     */
    public record Found(URI url, String site, String title, String language, int posts, List<String> first) {

        public Found {
            first = List.copyOf(first);
        }
    }

    /** Looks for the feed of a page; a site that does not answer is not asked for anything else. */
    public Optional<Found> at(URI page) throws InterruptedException {
        Optional<String> text = text(page);
        Optional<Found> itself = text.flatMap(body -> feed(page, body));
        if (itself.isPresent() || problem.isPresent()) {
            return itself;
        }
        for (URI candidate : candidates(page, text.orElse(""))) {
            if (tried.size() < MOST_TRIED && !tried.contains(candidate)) {
                Optional<Found> found = text(candidate).flatMap(body -> feed(candidate, body));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Why the last address that failed could not be read; empty when none did. */
    public Optional<String> problem() {
        return problem;
    }

    /** The status with which the site said that the page itself is not there; empty when it is. */
    public OptionalInt gone() {
        return gone;
    }

    /** The addresses that were asked for. */
    public List<URI> tried() {
        return List.copyOf(tried);
    }

    /** Any text is taken, so that a web page where a feed might have been is no failure and is not asked for twice. */
    private Optional<String> text(URI address) throws InterruptedException {
        tried.add(address);
        var request = new Request(address, Media.TEXT, false, PAGE_BYTES);
        Outcome<String> outcome = fetcher.fetch(request, Optional.empty(), FeedSearch::body);
        if (outcome instanceof Outcome.Failed<String> failed) {
            problem = Optional.of(failed.failure().detail());
        }
        if (outcome instanceof Outcome.Absent<String> absent && tried.size() == 1) {
            gone = OptionalInt.of(absent.status());
        }
        return outcome instanceof Outcome.Read<String> read ? Optional.of(read.value()) : Optional.empty();
    }

    private static Reading<String> body(Page page) {
        return Reading.read(page.text());
    }

    private static List<URI> candidates(URI page, String html) {
        String root = page.getScheme() + "://" + page.getRawAuthority() + "/";
        String path = page.toString().replaceAll("[?#].*$", "");
        String folder = path.endsWith("/") ? path : path + "/";
        Stream<String> named = Jsoup.parse(html, page.toString()).select(NAMED).stream()
                .filter(link -> !isOfComments(link))
                .map(link -> link.absUrl("href"));
        Stream<String> usual = Stream.of(folder, root)
                .distinct()
                .flatMap(base -> USUAL.stream().map(base::concat));
        Stream<String> news = folder.equals(root) ? NEWS.stream().map(root::concat) : Stream.of();
        return Stream.concat(named, Stream.concat(usual, news))
                .map(FeedSearch::secure)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static boolean isOfComments(Element link) {
        String words = (link.attr("title") + " " + link.attr("href")).toLowerCase(Locale.ROOT);
        return words.contains("comment");
    }

    /** The address, by https. */
    public static Optional<URI> secure(String address) {
        try {
            String whole = address.contains("://") ? address : "https://" + address;
            URI uri = URI.create(whole.replaceFirst("^http://", "https://"));
            return Optional.of(uri).filter(one -> "https".equals(one.getScheme()) && one.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Found> feed(URI url, String text) {
        String start = text.stripLeading();
        if (!start.startsWith("<")) {
            return Optional.empty();
        }
        try {
            SyndFeed feed = new SyndFeedInput().build(new StringReader(text));
            return feed.getEntries().isEmpty() ? Optional.empty() : Optional.of(found(url, feed));
        } catch (FeedException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Found found(URI url, SyndFeed feed) {
        var titles = new ArrayList<String>();
        for (SyndEntry entry :
                feed.getEntries().subList(0, Math.min(SHOWN, feed.getEntries().size()))) {
            titles.add(plain(entry.getTitle()));
        }
        return new Found(
                url,
                plain(feed.getLink()),
                plain(feed.getTitle()),
                WrittenLanguage.of(
                        titles,
                        plain(feed.getLanguage()).replaceAll("[-_].*$", "").toLowerCase(Locale.ROOT)),
                feed.getEntries().size(),
                titles);
    }

    private static String plain(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : Texts.oneLine(Texts.fromHtml(text));
    }
}
