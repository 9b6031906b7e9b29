package org.computedivide.producers.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.computedivide.avro.Validator;

/**
 * One request and its answer, redirects followed by our own rules: at most five, never to another scheme, never to a
 * private address. The addresses of a name are judged just before the client connects; the platform keeps a resolved
 * name for 30 seconds, so both see the same ones.
 */
final class Transport {

    private static final int REDIRECTS = 5;

    private final Manners manners;
    private final Mirror mirror;
    private final HttpClient client;

    Transport(Manners manners) {
        this.manners = manners;
        this.mirror = Mirror.of(manners.mirror());
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(manners.connectTimeout())
                .build();
    }

    /** An address leads somewhere that we do not go. */
    static final class Forbidden extends IOException {
        private static final long serialVersionUID = 1L;

        Forbidden(String detail) {
            super(detail);
        }
    }

    HttpResponse<byte[]> get(Request request, Optional<Validator> validator) throws IOException, InterruptedException {
        URI at = request.uri();
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            checkAllowed(at);
            HttpResponse<byte[]> answer = send(outgoing(at, request, validator), request.maxBytes());
            Optional<String> location = answer.headers().firstValue("Location");
            if (!isRedirect(answer.statusCode()) || location.isEmpty()) {
                return answer;
            }
            at = target(at, location.get());
        }
        throw new Forbidden(request.uri() + " redirects more than " + REDIRECTS + " times");
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private URI target(URI from, String location) throws Forbidden {
        try {
            URI sent = mirror.outgoing(from).resolve(URI.create(location));
            URI real = mirror.real(sent);
            if (!String.valueOf(real.getScheme()).equalsIgnoreCase(from.getScheme())) {
                throw new Forbidden(from + " redirects to another scheme: " + location);
            }
            return real;
        } catch (IllegalArgumentException e) {
            throw new Forbidden(from + " redirects to what is no address: " + location);
        }
    }

    private void checkAllowed(URI at) throws IOException {
        Optional<String> reason = AddressRule.forbidden(at, mirror.isSet(), InetAddress::getAllByName);
        if (reason.isPresent()) {
            throw new Forbidden(reason.get());
        }
    }

    private HttpRequest outgoing(URI at, Request request, Optional<Validator> validator) {
        var builder = HttpRequest.newBuilder(mirror.outgoing(at))
                .timeout(manners.answerTimeout())
                .header("User-Agent", manners.userAgent())
                .header("Accept", request.media().accept())
                .header("Accept-Encoding", "gzip");
        validator
                .filter(known -> !known.getEtag().isEmpty())
                .ifPresent(known -> builder.header("If-None-Match", known.getEtag()));
        validator
                .filter(known -> !known.getLastModified().isEmpty())
                .ifPresent(known -> builder.header("If-Modified-Since", known.getLastModified()));
        if ("huggingface.co".equals(at.getHost())) {
            manners.hubToken().ifPresent(token -> builder.header("Authorization", "Bearer " + token));
        }
        return builder.GET().build();
    }

    private HttpResponse<byte[]> send(HttpRequest request, int limit) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, info -> new LimitedBody(limit));
        try {
            return answer.get(manners.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new java.net.http.HttpTimeoutException("no whole answer within " + manners.answerTimeout());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException problem ? problem : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }
}
