package org.computedivide.producers;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Settings of the sources; {@link #defaults()} shows what holds when nothing is said.
 *
 * @param contact how those whose sites we ask can reach us: an address or a page, part of the User-Agent; empty when not
 *     set
 * @param mirror a stand-in for the whole web: {@code https://HOST/PATH} is asked for at {@code MIRROR/HOST/PATH}
 * @param since where live sources begin at a first start; 7 days before the clock when not set
 * @param categories arXiv categories
 * @param sources ids of the sources that run; all when empty
 * @param hubToken token for the Hugging Face Hub
 * @param labs a directory with further lab files
 * @param arxivInterval real time between two rounds of arXiv
 * @param hubInterval between two rounds of the Hub
 * @param feedInterval between two rounds of a lab feed
 * @param tableInterval between two looks whether a new day asks for the curated tables
 * @param connectTimeout time to connect to a site
 * @param answerTimeout time for one whole answer
 * @param timeScale factor on our own pauses, for a mirror that shortens its rate limits likewise; 1 on the real web
 */
public record ProducersSettings(
        String contact,
        Optional<URI> mirror,
        Optional<Instant> since,
        List<String> categories,
        Set<String> sources,
        Optional<Secret> hubToken,
        Optional<Path> labs,
        Duration arxivInterval,
        Duration hubInterval,
        Duration feedInterval,
        Duration tableInterval,
        Duration connectTimeout,
        Duration answerTimeout,
        double timeScale) {

    public ProducersSettings {
        categories = List.copyOf(categories);
        sources = Set.copyOf(sources);
        for (String category : categories) {
            if (!category.matches("[a-z-]{2,12}(\\.[A-Za-z-]{2,6})?")) {
                throw new IllegalArgumentException("not an arXiv category: " + category + "; write it like cs.CL");
            }
        }
        if (categories.isEmpty()) {
            throw new IllegalArgumentException("at least one arXiv category is needed, for example cs.CL");
        }
        if (!(timeScale > 0 && timeScale <= 1)) {
            throw new IllegalArgumentException("the time scale lies above 0 and is at most 1, but is " + timeScale);
        }
        if (timeScale < 1 && mirror.isEmpty()) {
            throw new IllegalArgumentException(
                    "a time scale below 1 is for mirrors only; the real web has its own pace");
        }
    }

    public static ProducersSettings defaults() {
        return new ProducersSettings(
                "",
                Optional.empty(),
                Optional.empty(),
                List.of("cs.CL", "cs.LG", "cs.CV", "cs.AI", "cs.RO", "cs.SD", "eess.AS", "stat.ML"),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Duration.ofMinutes(15),
                Duration.ofMinutes(1),
                Duration.ofMinutes(15),
                Duration.ofMinutes(30),
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                1.0);
    }

    String userAgent() {
        String reach = contact.isBlank() ? "no contact set" : contact.strip();
        return "compute-divide-monitor/0.1 (" + reach + ")";
    }
}
