package org.computedivide.producers.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Rejected;
import org.computedivide.producers.source.SourceInfo;
import org.junit.jupiter.api.Test;

class HealthBookTest {

    private static final Instant NOW = Instant.parse("2026-02-16T00:00:00Z");
    private static final SourceInfo INFO = new SourceInfo(
            "meridian", "Meridian", URI.create("https://meridian.example/news/"), Duration.ofMinutes(15));

    private final HealthBook book = new HealthBook(INFO, Optional.empty());

    @Test
    void shouldKeepTheAlarmOfAChangedPostUntilOneCanBeRead() {
        // Given:
        book.wrote(refused("https://meridian.example/news/a"), NOW);
        book.succeeded(NOW, NOW);
        book.wrote(new Writes(), NOW);

        // When:
        book.succeeded(NOW, NOW);

        // Then:
        assertThat(book.current().getState()).isEqualTo("page-changed");
        assertThat(book.current().getMessage()).contains("div.words");
        var restarted = new HealthBook(INFO, Optional.of(book.current()));
        restarted.succeeded(NOW, NOW);
        assertThat(restarted.current().getState()).isEqualTo("page-changed");
        restarted.wrote(read(), NOW);
        restarted.succeeded(NOW, NOW);
        assertThat(restarted.current().getState()).isEqualTo("ok");
    }

    @Test
    void shouldEndTheAlarmOfTheListWhenItCanBeReadAgain() {
        // Given:
        book.wrote(refused(INFO.url().toString()), NOW);

        // When:
        book.succeeded(NOW, NOW);

        // Then:
        assertThat(book.current().getState()).isEqualTo("ok");
    }

    private static Writes refused(String id) {
        var writes = new Writes();
        writes.rejected.add(Rejected.newBuilder()
                .setNativeId(id)
                .setReason("page-changed")
                .setDetail(id + ": nothing found at div.words")
                .build());
        return writes;
    }

    private static Writes read() {
        var writes = new Writes();
        writes.observations.add(Observation.newBuilder().build());
        return writes;
    }
}
