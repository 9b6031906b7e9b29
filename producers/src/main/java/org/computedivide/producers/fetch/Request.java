package org.computedivide.producers.fetch;

import java.net.URI;

/**
 * One thing to ask for.
 *
 * @param uri the address on the real web, or {@code classpath:/...} for a file that we bring along
 * @param media what it should answer with
 * @param conditional whether the validators of the last answer are sent and kept
 * @param maxBytes the largest body taken, unpacked
 * @param item id of the item whose own page this is, asked for with the validator that was kept with the item; empty for
 *     any other page
 */
public record Request(URI uri, Media media, boolean conditional, int maxBytes, String item) {

    private static final int PAGE_BYTES = 32 << 20;

    public Request {
        if (!uri.isAbsolute() || maxBytes <= 0) {
            throw new IllegalArgumentException("a request needs an absolute address and a size limit: " + uri);
        }
    }

    /** A page that is of no single item. */
    public Request(URI uri, Media media, boolean conditional, int maxBytes) {
        this(uri, media, conditional, maxBytes, "");
    }

    /** The page of one item, looked after now and then. */
    public static Request ofItem(URI uri, Media media, String item) {
        return new Request(uri, media, false, PAGE_BYTES, item);
    }

    /** A page that is asked for again and again. */
    public static Request page(URI uri, Media media) {
        return new Request(uri, media, true, PAGE_BYTES);
    }

    /** A page that is asked for once, such as a later page of a list. */
    public static Request once(URI uri, Media media) {
        return new Request(uri, media, false, PAGE_BYTES);
    }

    /** A file of a repository or the like, with a limit of its own. */
    public static Request file(URI uri, Media media, int maxBytes) {
        return new Request(uri, media, false, maxBytes);
    }

    boolean bundled() {
        return "classpath".equals(uri.getScheme());
    }
}
