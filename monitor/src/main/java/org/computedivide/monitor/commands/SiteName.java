package org.computedivide.monitor.commands;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What a source is called after the address of its site. */
final class SiteName {

    /** Labels under which organisations have their names. */
    private static final Set<String> SECOND = Set.of("co", "com", "ac", "or", "ne", "org", "gov", "edu", "net", "go");

    /** What people call a part of their site; not whose it is. */
    private static final Set<String> GENERIC = Set.of(
            "www",
            "blog",
            "blogs",
            "news",
            "newsroom",
            "research",
            "ai",
            "labs",
            "tech",
            "engineering",
            "developer",
            "developers",
            "about",
            "press",
            "media",
            "updates",
            "feed",
            "feeds",
            "rss",
            "en",
            "index",
            "posts",
            "publication");

    /** Hosts that lend the first part of their name, as in {@code lab.github.io}. */
    private static final Set<String> LENT = Set.of(
            "github",
            "gitlab",
            "substack",
            "medium",
            "hatenablog",
            "wordpress",
            "blogspot",
            "ghost",
            "notion",
            "vercel");

    /** Hosts that lend the first part of a path, as in {@code medium.com/@lab}. */
    private static final Set<String> LENT_PATHS = Set.of(
            "medium.com",
            "note.com",
            "substack.com",
            "feeds.feedburner.com",
            "zenn.dev",
            "qiita.com",
            "dev.to",
            "github.com",
            "huggingface.co",
            "zhuanlan.zhihu.com",
            "www.linkedin.com");

    /** Hosts where people keep files and generated feeds; whose they are only the feed says. */
    private static final Set<String> STORES = Set.of(
            "raw.githubusercontent.com",
            "gist.githubusercontent.com",
            "cdn.jsdelivr.net",
            "rsshub.app",
            "rss.app",
            "s3.amazonaws.com",
            "storage.googleapis.com");

    private static final int LONGEST = 41;

    private SiteName() {}

    /** Whether the host of an address says nothing about whose feed lies there. */
    static boolean isStore(URI site) {
        return STORES.contains(site.getHost().toLowerCase(Locale.ROOT));
    }

    /**
     * Names for a site, the best first: {@code blog.example.co.jp} and {@code medium.com/@example} are example,
     * {@code blog.google} is google. The others have more of the address, for when a name is taken.
     */
    static List<String> of(URI site) {
        String host = site.getHost().toLowerCase(Locale.ROOT);
        String path = site.getPath() == null ? "" : site.getPath().toLowerCase(Locale.ROOT);
        List<String> labels = List.of(host.split("\\.", -1));
        String best = LENT_PATHS.contains(host) ? ofPath(path, host) : ofHost(labels);
        Stream<String> longer = Stream.concat(labels.stream(), Arrays.stream(path.split("/", -1)))
                .filter(part -> !part.isEmpty() && !part.equals("www") && !part.equals(best))
                .map(part -> best + "-" + part);
        return Stream.concat(Stream.of(best), longer)
                .map(SiteName::id)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
    }

    private static String ofPath(String path, String host) {
        return Arrays.stream(path.split("/", -1))
                .map(part -> part.replaceFirst("^@", ""))
                .filter(part -> !part.isEmpty() && !GENERIC.contains(part))
                .findFirst()
                .orElseGet(() -> ofHost(List.of(host.split("\\.", -1))));
    }

    private static String ofHost(List<String> labels) {
        int last = labels.size() - 2;
        if (last > 0 && (SECOND.contains(labels.get(last)) || LENT.contains(labels.get(last)))) {
            last--;
        }
        String name = labels.get(Math.max(0, last));
        // The end of blog.google is a name itself.
        return last == 0 && GENERIC.contains(name) ? labels.get(labels.size() - 1) : name;
    }

    private static String id(String words) {
        String plain = words.replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(LONGEST, plain.length()));
        return cut.replaceAll("^-+|-+$", "");
    }
}
