package org.computedivide.producers.fetch;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.computedivide.avro.Validator;

/** What an answer means: by its status, then by its content. */
final class Replies {

    private static final int EXCERPT = 500;

    private Replies() {}

    static <T> Try<T> read(Request request, HttpResponse<byte[]> response, Function<Page, Reading<T>> reader) {
        int status = response.statusCode();
        return switch (status) {
            case 200 -> byContent(request, response, reader);
            case 304 -> Try.of(new Outcome.Unchanged<>());
            case 401, 403, 404, 410 -> Try.of(new Outcome.Absent<>(status, errorCode(response)));
            case 429, 503 -> Try.failed(turnedAway(request, response, Instant.now()), true);
            default ->
                Try.failed(Failure.failing("status", request.uri().getHost() + " answered " + status), status >= 500);
        };
    }

    private static String errorCode(HttpResponse<byte[]> response) {
        return response.headers().firstValue("X-Error-Code").orElse("");
    }

    /** The site asks to be left alone for a while. */
    static Failure turnedAway(Request request, HttpResponse<byte[]> response, Instant now) {
        Optional<Duration> wait = retryAfter(response, now);
        String later = wait.map(time -> "; it asks to come back in " + time.toSeconds() + " s")
                .orElse("");
        return Failure.failing("refused", request.uri().getHost() + " answered " + response.statusCode() + later)
                .withRetryAt(wait.map(now::plus));
    }

    static Optional<Duration> retryAfter(HttpResponse<byte[]> response, Instant now) {
        return response.headers().firstValue("Retry-After").flatMap(value -> RetryAfter.read(value, now));
    }

    private static <T> Try<T> byContent(
            Request request, HttpResponse<byte[]> response, Function<Page, Reading<T>> reader) {
        try {
            Page page = new Page(Body.text(unpacked(request, response), request.media()), headers(response));
            return new Try<>(outcome(request, reader.apply(page), page, validator(response)), true);
        } catch (Body.Unreadable e) {
            return refused(request, e.reason(), e, response);
        } catch (LimitedBody.TooLarge e) {
            return refused(request, "too-large", e, response);
        } catch (IOException e) {
            return refused(request, "truncated", e, response);
        }
    }

    static byte[] unpacked(Request request, HttpResponse<byte[]> response) throws IOException {
        String encoding = response.headers().firstValue("Content-Encoding").orElse("");
        return Body.unpacked(response.body(), encoding, request.maxBytes());
    }

    private static <T> Try<T> refused(
            Request request, String reason, IOException problem, HttpResponse<byte[]> response) {
        byte[] body = response.body();
        String excerpt = new String(body, 0, Math.min(EXCERPT, body.length), StandardCharsets.ISO_8859_1);
        return Try.failed(
                Failure.failing(reason, request.uri() + ": " + problem.getMessage())
                        .withExcerpt(excerpt),
                true);
    }

    /** What the reader made of a page. */
    static <T> Outcome<T> outcome(Request request, Reading<T> reading, Page page, Validator validator) {
        String start = page.text().substring(0, Math.min(EXCERPT, page.text().length()));
        if (reading instanceof Reading.Read<T> read) {
            return new Outcome.Read<>(read.value(), validator);
        }
        if (reading instanceof Reading.Nothing<T>) {
            return new Outcome.Absent<>(200, "");
        }
        Failure failure = reading instanceof Reading.Refused<T> refused
                ? Failure.failing(refused.reason(), request.uri() + ": " + refused.detail())
                : Failure.pageChanged(
                        request.uri() + ": nothing found at " + ((Reading.PageChanged<T>) reading).selector());
        return new Outcome.Failed<>(failure.withExcerpt(start));
    }

    private static Map<String, String> headers(HttpResponse<byte[]> response) {
        return response.headers().map().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().toLowerCase(Locale.ROOT),
                        entry -> String.join(", ", entry.getValue()),
                        (a, b) -> a));
    }

    private static Validator validator(HttpResponse<byte[]> response) {
        return Validator.newBuilder()
                .setEtag(response.headers().firstValue("ETag").orElse(""))
                .setLastModified(response.headers().firstValue("Last-Modified").orElse(""))
                .build();
    }
}
