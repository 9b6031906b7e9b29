package org.computedivide.sinks.newsletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.util.Locale;
import java.util.Optional;
import org.computedivide.avro.Tally;
import org.computedivide.avro.Trend;

/**
 * Where the numbers of a letter can be asked why.
 *
 * @param page the root of the web page, absolute, for example {@code https://divide.example.org/}
 */
public record Links(URI page) {

    public Links {
        if (!page.isAbsolute() || page.getHost() == null) {
            throw new IllegalArgumentException(
                    "the page's address must be absolute, for example https://host/, but is " + page);
        }
        page = page.getPath().endsWith("/") ? page : URI.create(page + "/");
    }

    /** The why of one release. */
    URI release(String familyId) {
        return page.resolve("#/releases/" + encode(familyId));
    }

    /** A tally's row: what was counted, over what, with how many unknowns. */
    URI tally(Tally tally) {
        return page.resolve("api/v1/tallies?measure=" + encode(tally.getMeasure()) + "&selection="
                + encode(tally.getSelection()) + "&dimension=" + encode(tally.getDimension()) + "&value="
                + encode(tally.getValue()) + "&window=" + encode(tally.getWindow()));
    }

    /** A trend's row: what was fitted, over how many, with how many unknowns. */
    URI trend(Trend trend) {
        return page.resolve("api/v1/trends?selection=" + encode(trend.getSelection()));
    }

    /** An address from outside, when it is plain web and safe to print as a link. */
    static Optional<URI> outside(String address) {
        try {
            URI uri = new URI(address.strip());
            boolean web = uri.getScheme() != null
                    && uri.getScheme().toLowerCase(Locale.ROOT).matches("https?")
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
            return web ? Optional.of(URI.create(uri.toASCIIString())) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }
}
