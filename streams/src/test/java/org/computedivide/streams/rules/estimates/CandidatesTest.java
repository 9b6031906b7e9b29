package org.computedivide.streams.rules.estimates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.computedivide.avro.Candidate;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Variant;
import org.junit.jupiter.api.Test;

/** What was read and does not stand is told with its reason. */
class CandidatesTest {

    @Test
    void shouldSayWhoseWordWentBefore() {
        // Given:
        Evidence.Builder paper = Members.maker("paper", Members.parameters(7e9), Members.tokens(2e12));
        Evidence.Builder row = Members.maker("row", Members.fact("trainingTokens", 3e12, "statement"))
                .setSource("landmarks")
                .setTier("curated");

        // When:
        List<Variant> variants = Members.read(paper, row);

        // Then:
        assertThat(variants)
                .singleElement()
                .satisfies(variant -> assertThat(variant.getCandidates())
                        .singleElement()
                        .satisfies(lost -> {
                            assertThat(lost.getObservation()).isEqualTo("landmarks/row");
                            assertThat(lost.getNumber()).isEqualTo(3e12);
                            assertThat(lost.getWhy())
                                    .isEqualTo("2T stands: the maker's own word goes before a curated table");
                        }));
    }

    @Test
    void shouldSayWhichRuleIsSurer() {
        // Given:
        Evidence.Builder paper = Members.maker(
                "paper", Members.fact("epochs", 2, "epochs-stated"), Members.fact("epochs", 5, "epochs-plain"));

        // When:
        List<Candidate> lost = Members.read(paper).get(0).getCandidates();

        // Then:
        assertThat(lost)
                .singleElement()
                .extracting(Candidate::getWhy)
                .isEqualTo("2 stands: rule epochs-stated is surer than epochs-plain");
    }

    @Test
    void shouldSayThatHoursOfAProjectAreNotOfOneRun() {
        // Given:
        Fact project = Fact.newBuilder(Members.fact("chipHours", 5e6, "chip-hours-stated"))
                .setBoundary("project")
                .build();

        // When:
        List<Candidate> lost =
                Members.read(Members.maker("paper", project)).get(0).getCandidates();

        // Then:
        assertThat(lost)
                .singleElement()
                .extracting(Candidate::getWhy)
                .isEqualTo("of a whole project or of all sizes together, not of one run");
    }

    @Test
    void shouldNotCallLostWhatSaysTheSame() {
        // Given:
        Evidence.Builder paper = Members.maker("paper", Members.parameters(7e9));
        Evidence.Builder post = Members.maker("post", Members.parameters(7e9));

        // When:
        List<Variant> variants = Members.read(paper, post);

        // Then:
        assertThat(variants)
                .singleElement()
                .satisfies(variant -> assertThat(variant.getCandidates()).isEmpty());
    }
}
