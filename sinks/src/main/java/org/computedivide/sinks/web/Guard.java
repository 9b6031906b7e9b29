package org.computedivide.sinks.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask, and what a browser may do with the answer. A page of another site that has its name point at 127.0.0.1
 * (DNS rebinding) is told by the Host header; nothing of another site is ever loaded.
 */
final class Guard {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** A letter brings its own style and nothing else. */
    static final String LETTER_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Set<String> hosts = new HashSet<>(Set.of("127.0.0.1", "localhost", "[::1]"));

    Guard(@Nullable URI publicUrl) {
        if (publicUrl != null) {
            hosts.add(publicUrl.getHost().toLowerCase(Locale.ROOT));
        }
    }

    void check(Context context) {
        context.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Cache-Control", "no-cache");
        if (!isKnown(context.header("Host"))) {
            throw new HttpResponseException(
                    HttpStatus.MISDIRECTED_REQUEST.getCode(),
                    "this page answers to " + String.join(", ", new TreeSet<>(hosts))
                            + "; set the public address when it is reached under another name");
        }
        String method = context.method().name();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            context.header("Allow", "GET, HEAD");
            throw new HttpResponseException(HttpStatus.METHOD_NOT_ALLOWED.getCode(), "only GET is answered here");
        }
    }

    private boolean isKnown(@Nullable String host) {
        return host != null && hosts.contains(host.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]{1,5}$", ""));
    }
}
