package org.computedivide.producers;

import java.net.URI;
import java.util.Optional;
import org.computedivide.producers.feed.FeedSearch;

/** Looks for the feed of a site with the manners of the monitor itself. */
public final class SourceSearch {

    private SourceSearch() {}

    /** A search for one site. */
    public static FeedSearch with(ProducersSettings settings) {
        return new FeedSearch(Producers.fetcher(settings));
    }

    /** An address of the web in words; empty when it is none. */
    public static Optional<URI> page(String words) {
        return FeedSearch.secure(words.strip());
    }

    /**
     * The address that a user means: https where no scheme is given.
     *
     * @throws IllegalArgumentException when it is no address of the web
     */
    public static URI address(String words) {
        return page(words).orElseThrow(() -> new IllegalArgumentException("'" + words + "' is no address of the web"));
    }
}
