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
        book.wrote(refused("https://meridian.example/news/a"));
        book.succeeded(NOW, NOW);
        book.wrote(new Writes());

        // When:
        book.succeeded(NOW, NOW);

        // Then:
        assertThat(book.current().getState()).isEqualTo("page-changed");
        assertThat(book.current().getMessage()).contains("div.words");
        var restarted = new HealthBook(INFO, Optional.of(book.current()));
        restarted.succeeded(NOW, NOW);
        assertThat(restarted.current().getState()).isEqualTo("page-changed");
        restarted.wrote(read());
        restarted.succeeded(NOW, NOW);
        assertThat(restarted.current().getState()).isEqualTo("ok");
    }

    @Test
    void shouldEndTheAlarmOfTheListWhenItCanBeReadAgain() {
        // Given:
        Writes ofTheList = refused(INFO.url() + "?newest=first");
        ofTheList.pageRefused = true;
        book.wrote(ofTheList);

        // When:
        book.succeeded(NOW, NOW);

        // Then:
        assertThat(book.current().getState()).isEqualTo("ok");
    }

    @Test
    void shouldNotCountWhatWasThereBeforeUsAsLate() {
        // Given: the first look finds what is a week old
        book.wrote(published("2026-02-09T00:00:00Z"));
        book.succeeded(NOW, NOW);

        // When:
        book.wrote(published("2026-02-15T23:00:00Z"));

        // Then:
        assertThat(book.current().getLagItems()).isEqualTo(1);
        assertThat(book.current().getLagPrecision()).isEqualTo("instant");
        assertThat(book.current().getLagMedianSeconds()).isBetween(1_800L, 3_600L);
    }

    @Test
    void shouldGoOnCountingLagsAfterARestart() {
        // Given:
        book.succeeded(NOW, NOW);
        book.wrote(published("2026-02-15T23:00:00Z"));

        // When:
        var restarted = new HealthBook(INFO, Optional.of(book.current()));
        restarted.wrote(published("2026-02-15"));

        // Then:
        assertThat(restarted.current().getLagItems()).isEqualTo(1);
        assertThat(restarted.current().getLags()).hasSize(2);
    }

    private static Writes published(String at) {
        var writes = new Writes();
        writes.observations.add(Observation.newBuilder()
                .setPublishedAt(at)
                .setIntake("live")
                .setObservedAt(NOW)
                .build());
        return writes;
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
