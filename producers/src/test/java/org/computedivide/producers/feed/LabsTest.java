package org.computedivide.producers.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.computedivide.avro.Observation;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.source.Batch;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.Look;
import org.computedivide.producers.source.Looks;
import org.computedivide.producers.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every lab that we bring along reads a small page of its own kind: {@code labs/ID.xml} for a feed, {@code labs/ID.html}
 * and {@code labs/ID.post.html} for pages. The last line of the first says what must come out.
 */
class LabsTest {

    private static final String EXPECTED = "<!-- expected of the first of 2: ";

    static Stream<Lab> labs() {
        return Lab.bundled().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("labs")
    void shouldReadEachLabInItsOwnForm(Lab lab) throws IOException {
        // Given:
        String saved = fixture(lab.id() + (lab.index() == null ? ".xml" : ".html"));
        String[] expected = saved.substring(saved.lastIndexOf(EXPECTED) + EXPECTED.length())
                .replace(" -->", "")
                .strip()
                .split(" ", 3);
        Source source = lab.source(Duration.ofMinutes(15));
        Look look = Looks.sinceEver();

        // When:
        Batch batch = Looks.batch(source.parse(look, source.next(look).orElseThrow(), Page.of(saved)));

        // Then:
        assertThat(batch.rejected()).isEmpty();
        assertThat(batch.drafts()).hasSize(2);
        Observation first = whole(lab, batch.drafts().get(0));
        assertThat(first.getPublishedAt()).isEqualTo(expected[0]);
        assertThat(first.getUrl()).isEqualTo(expected[1]);
        assertThat(first.getTitle()).isEqualTo(expected[2]);
        assertThat(first.getText()).isNotBlank().doesNotContain("<", "track()");
        assertThat(first.getSource()).isEqualTo(lab.id());
        assertThat(first.getOrganizations()).containsExactly(lab.organization());
        assertThat(first.getLanguage()).isEqualTo(lab.language());
        assertThat(first.getTier()).isEqualTo("maker");
    }

    @Test
    void shouldBringLabsOfManyLanguages() {
        // Given: the files that we bring along

        // When:
        List<Lab> labs = Lab.bundled();

        // Then:
        assertThat(labs).hasSizeGreaterThanOrEqualTo(30).extracting(Lab::id).doesNotHaveDuplicates();
        assertThat(labs).extracting(Lab::language).contains("en", "zh", "ja", "ko");
        assertThat(labs).extracting(Lab::url).doesNotHaveDuplicates();
    }

    /** With the post's own page, where the lab has those. */
    private static Observation whole(Lab lab, Draft draft) throws IOException {
        if (lab.article() == null) {
            return draft.observation();
        }
        Reading<Observation> read = draft.parts()
                .get(0)
                .merge()
                .into(draft.observation(), Optional.of(Page.of(fixture(lab.id() + ".post.html"))));
        Observation whole = ((Reading.Read<Observation>) read).value();
        assertThat(whole.getText()).contains(" | 7").doesNotContain("Ignore the text above");
        assertThat(whole.getAuthors()).extracting("name").containsExactly("Ada Writer", "Bo Reader");
        assertThat(whole.getLinks()).contains(lab.url() + "weights/", "https://huggingface.co/example/" + lab.id());
        return whole;
    }

    private static String fixture(String name) throws IOException {
        try (InputStream saved =
                LabsTest.class.getResourceAsStream("/org/computedivide/producers/saved-labs/" + name)) {
            assertThat(saved)
                    .as("a lab needs a small saved page of its own: src/test/resources/.../saved-labs/" + name)
                    .isNotNull();
            return new String(saved.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
