package org.computedivide.producers.fetch;

import java.net.URI;
import java.util.Optional;

/** A stand-in for the whole web: {@code https://HOST/PATH} is asked for at {@code MIRROR/HOST/PATH}. */
public final class Mirror {

    private final Optional<String> base;

    private Mirror(Optional<String> base) {
        this.base = base;
    }

    /** The mirror at an address, or none. */
    public static Mirror of(Optional<URI> address) {
        return new Mirror(address.map(URI::toString).map(text -> text.replaceAll("/$", "")));
    }

    boolean isSet() {
        return base.isPresent();
    }

    /** Where a request for an address of the real web really goes. */
    URI outgoing(URI real) {
        return base.map(at -> URI.create(at + "/" + real.getRawAuthority() + pathAndQuery(real)))
                .orElse(real);
    }

    /** The address of the real web behind an address that an answer gave, such as a link to the next page. */
    public URI real(URI given) {
        String text = given.toString();
        return base.filter(at -> text.startsWith(at + "/"))
                .map(at -> URI.create("https://" + text.substring(at.length() + 1)))
                .orElse(given);
    }

    private static String pathAndQuery(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
