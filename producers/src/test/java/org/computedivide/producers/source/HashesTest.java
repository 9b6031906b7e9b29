package org.computedivide.producers.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.computedivide.avro.Hub;
import org.computedivide.avro.Observation;
import org.junit.jupiter.api.Test;

class HashesTest {

    private static final Observation MODEL = Observation.newBuilder()
            .setSource("huggingface")
            .setNativeId("meridian/Auriga-9B")
            .setText("# Auriga")
            .setHub(Hub.newBuilder()
                    .setTags(List.of("license:mit", "region:us"))
                    .setSha("abc")
                    .build())
            .build();

    @Test
    void shouldNotChangeWithWhatDoesNotMatter() {
        // Given:
        Observation later = Observation.newBuilder(MODEL)
                .setObservedAt(Instant.parse("2026-03-01T00:00:00Z"))
                .setRevision(7)
                .setIntake("backfill")
                .setHub(Hub.newBuilder(MODEL.getHub())
                        .setTags(List.of("license:mit", "deploy:azure", "endpoints_compatible"))
                        .setSha("def")
                        .setLastModified("2026-03-01T00:00:00Z")
                        .build())
                .build();

        // When:
        String hash = Hashes.ofContent(later, 0);

        // Then:
        assertThat(hash).isEqualTo(Hashes.ofContent(MODEL, 0)).hasSize(64);
    }

    @Test
    void shouldChangeWithAllThatMatters() {
        // Given:
        List<UnaryOperator<Observation.Builder>> changes = List.of(
                o -> o.setText("# Auriga 2"),
                o -> o.setTitle("x"),
                o -> o.setState("withdrawn"),
                o -> o.setPublishedAt("2026"),
                o -> o.setLinks(List.of("https://a.example")),
                o -> o.setHub(Hub.newBuilder(MODEL.getHub()).setLicense("mit").build()),
                o -> o.setHub(Hub.newBuilder(MODEL.getHub()).setGated("auto").build()),
                o -> o.setHub(Hub.newBuilder(MODEL.getHub())
                        .setConfig("{\"hidden_size\":1}")
                        .build()));

        // When:
        List<String> hashes = changes.stream()
                .map(change -> Hashes.ofContent(
                        change.apply(Observation.newBuilder(MODEL)).build(), 0))
                .toList();

        // Then:
        assertThat(hashes).doesNotHaveDuplicates().doesNotContain(Hashes.ofContent(MODEL, 0));
        assertThat(Hashes.ofContent(MODEL, 2)).isNotEqualTo(Hashes.ofContent(MODEL, 1));
    }

    @Test
    void shouldCutALongTextAtACodePoint() {
        // Given:
        String card = "模型😀".repeat(200_000);

        // When:
        String cut = Texts.cut(card, Texts.MAX_BYTES);

        // Then:
        assertThat(cut.getBytes(StandardCharsets.UTF_8).length).isBetween(Texts.MAX_BYTES - 3, Texts.MAX_BYTES);
        assertThat(card).startsWith(cut);
        assertThat(Character.isHighSurrogate(cut.charAt(cut.length() - 1))).isFalse();
    }

    @Test
    void shouldReplaceWhatDatabasesRefuseAndKeepTheRest() {
        // Given:
        Observation odd = Observation.newBuilder(MODEL)
                .setTitle("a\u0000b\ud800c \u202e'; DROP TABLE releases;-- 😀")
                .setCategories(List.of("x\u0000"))
                .build();

        // When:
        Observation clean = Texts.cleaned(odd);

        // Then:
        assertThat(clean.getTitle()).isEqualTo("a\ufffdb\ufffdc \u202e'; DROP TABLE releases;-- 😀");
        assertThat(clean.getCategories()).containsExactly("x\ufffd");
    }

    @Test
    void shouldFindAddressesInRunningText() {
        // Given:
        String text =
                "Code (https://github.com/a/b), weights: [here](https://huggingface.co/a/b). http://x https https://";

        // When:
        List<String> links = Texts.linksIn(text);

        // Then:
        assertThat(links).containsExactly("https://github.com/a/b", "https://huggingface.co/a/b");
    }
}
