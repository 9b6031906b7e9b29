package org.computedivide.producers.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.computedivide.avro.Validator;

/** Files that we bring along answer like a site: with an ETag, so that an unchanged one is not read again. */
final class Bundled {

    private Bundled() {}

    static <T> Outcome<T> fetch(Request request, Optional<Validator> validator, Function<Page, Reading<T>> reader) {
        try (InputStream file = Bundled.class.getResourceAsStream(request.uri().getPath())) {
            if (file == null) {
                return new Outcome.Failed<>(Failure.unreachable("there is no bundled file " + request.uri()));
            }
            byte[] bytes = file.readAllBytes();
            String etag = "\"" + sha256(bytes) + "\"";
            if (validator.filter(known -> known.getEtag().equals(etag)).isPresent()) {
                return new Outcome.Unchanged<>();
            }
            Page page = Page.of(Body.text(bytes, request.media()));
            Validator next =
                    Validator.newBuilder().setEtag(etag).setLastModified("").build();
            return Replies.outcome(request, reader.apply(page), page, next);
        } catch (IOException e) {
            return new Outcome.Failed<>(Failure.failing("other", request.uri() + ": " + e.getMessage()));
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
