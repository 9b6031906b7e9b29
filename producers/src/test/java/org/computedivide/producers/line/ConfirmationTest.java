package org.computedivide.producers.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGeneratorFactory;
import org.computedivide.producers.fetch.Backoff;
import org.computedivide.producers.fetch.FakePace;
import org.computedivide.producers.fetch.Fetcher;
import org.computedivide.producers.fetch.Manners;
import org.computedivide.producers.fetch.Media;
import org.computedivide.producers.fetch.Outcome;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.fetch.Request;
import org.computedivide.producers.fetch.Web;
import org.computedivide.producers.fetch.Web.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that may have been cut is believed only when it proves itself, or several answers agree. */
class ConfirmationTest {

    private static final String CARD = "# Model\n\nIt has 7B parameters and was trained on 2T tokens.\n";
    /** By {@code git hash-object} of the card. */
    private static final String GIT_ID = "53f0baae00a973817bb983633cc4cb74c17e05df";

    private final Web web = Web.start();

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void shouldAskOnceForAFileThatItsETagProves() throws InterruptedException {
        // Given:
        web.on("/lab.example/card", Reply.ok(CARD).with("ETag", "\"" + GIT_ID + "\""));

        // When:
        String card = fetched();

        // Then:
        assertThat(card).isEqualTo(CARD);
        assertThat(asked()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 60, 99})
    void shouldTakeTheWholeFileWhenAFirstAnswerWasCutOrEmpty(int percent) throws InterruptedException {
        // Given: with a length and an ETag that fit the cut answer
        web.on("/lab.example/card", Reply.ok(CARD));
        var answers = new AtomicInteger();
        web.distort(reply -> isCard(reply) && answers.getAndIncrement() < 3
                ? Reply.ok(CARD.substring(0, CARD.length() * percent / 100))
                : reply);

        // When:
        String card = fetched();

        // Then:
        assertThat(card).isEqualTo(CARD);
    }

    @Test
    void shouldBelieveAFileThatIsEmptyAgainAndAgain() throws InterruptedException {
        // Given:
        web.on("/lab.example/card", Reply.ok(""));

        // When:
        String card = fetched();

        // Then:
        assertThat(card).isEmpty();
        assertThat(asked()).isEqualTo(4);
    }

    @Test
    void shouldNotBelieveAFileThatIsAnotherEachTime() throws InterruptedException {
        // Given:
        web.on("/lab.example/card", Reply.ok(CARD));
        var answers = new AtomicInteger();
        web.distort(reply -> isCard(reply) ? Reply.ok(answers.getAndIncrement() + CARD) : reply);

        // When:
        Outcome<Page> outcome = outcome();

        // Then:
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    }

    private static boolean isCard(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8).equals(CARD);
    }

    private long asked() {
        return web.asked().stream()
                .filter(asked -> asked.path().equals("/lab.example/card"))
                .count();
    }

    private String fetched() throws InterruptedException {
        return outcome() instanceof Outcome.Read<Page> read ? read.value().text() : "not read";
    }

    private Outcome<Page> outcome() throws InterruptedException {
        Request request = Request.file(URI.create("https://lab.example/card"), Media.TEXT, 10_000);
        return new Confirmation(fetcher(), request, Reading::read).fetch();
    }

    private Fetcher fetcher() {
        var manners = new Manners(
                "monitor/1",
                Optional.of(web.address()),
                Optional.empty(),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                2,
                new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1)),
                1.0);
        return new Fetcher(
                manners,
                new FakePace(),
                RandomGeneratorFactory.of("L64X128MixRandom").create(7));
    }
}
