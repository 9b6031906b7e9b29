package org.computedivide.producers.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {

    private static final Instant NOW = Instant.parse("2026-02-16T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|PT0S",
                "120|PT2M",
                "Mon, 16 Feb 2026 12:00:30 GMT|PT30S",
                "Mon, 16 Feb 2026 11:00:00 GMT|PT0S",
                "99999999999999999999|PT24H",
                "Tue, 16 Feb 2027 12:00:00 GMT|PT24H"
            })
    void shouldReadRetryAfterInBothForms(String value, String wait) {
        // Given: a value as servers send it

        // When:
        Optional<Duration> read = RetryAfter.read(value, NOW);

        // Then:
        assertThat(read).contains(Duration.parse(wait));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5"})
    void shouldIgnoreARetryAfterThatSaysNothing(String value) {
        // Given: a value that is none

        // When:
        Optional<Duration> read = RetryAfter.read(value, NOW);

        // Then:
        assertThat(read).isEmpty();
    }

    @Test
    void shouldReadTheAllowanceOfTheHub() {
        // Given:
        String header = "\"resolvers\";r=2999;t=293";

        // When:
        Optional<RateLimit> read = RateLimit.read(header);

        // Then:
        assertThat(read).contains(new RateLimit("resolvers", 2999, Duration.ofSeconds(293)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "limit=100", "\"api\";r=x;t=1", "\"api\";r=1"})
    void shouldIgnoreAnAllowanceOfAnotherForm(String header) {
        // Given: a header of another draft

        // When:
        Optional<RateLimit> read = RateLimit.read(header);

        // Then:
        assertThat(read).isEmpty();
    }

    @Test
    void shouldMapAddressesToTheMirrorAndBack() {
        // Given:
        Mirror mirror = Mirror.of(Optional.of(URI.create("http://127.0.0.1:8900/")));
        URI real = URI.create("https://huggingface.co/api/models?cursor=a%3Db");

        // When:
        URI sent = mirror.outgoing(real);

        // Then:
        assertThat(sent).isEqualTo(URI.create("http://127.0.0.1:8900/huggingface.co/api/models?cursor=a%3Db"));
        assertThat(mirror.real(sent)).isEqualTo(real);
        assertThat(mirror.real(real)).isEqualTo(real);
    }
}
