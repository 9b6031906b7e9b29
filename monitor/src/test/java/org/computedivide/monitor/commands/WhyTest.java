package org.computedivide.monitor.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Release;
import org.computedivide.avro.Statement;
import org.computedivide.avro.Variant;
import org.computedivide.streams.rules.EvidenceReader;
import org.computedivide.streams.rules.estimates.VariantReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What explain prints of a release, from the words of its sources on. */
class WhyTest {

    private static final Evidence PAPER = read(
            "paper",
            "We introduce Quell. Nothing of the kind was open before. Quell-9B was trained on 2T tokens. It is released"
                    + " under a free licence.");
    private static final Evidence TABLE = Evidence.newBuilder(read("row", "Quell-9B was trained on 3T tokens."))
            .setTier("curated")
            .build();

    @Test
    void shouldShowAQuoteAmongTheWordsOfItsSourceWithTheValueMarked() {
        // When:
        String why = Why.of(release(), List.of(PAPER, TABLE), Optional.empty()).replaceAll("\\s+", " ");

        // Then:
        assertThat(why)
                .contains(
                        "Nothing of the kind was open before. “Quell-[[9B]] was trained on [[2T]] tokens.” It is released")
                .contains("- trainingTokens: 2.00e12 tokens; stands (rule");
    }

    @Test
    void shouldSayWhyAnotherCandidateLost() {
        // When:
        String why = Why.of(release(), List.of(PAPER, TABLE), Optional.empty()).replaceAll("\\s+", " ");

        // Then:
        assertThat(why)
                .contains(
                        "3.00e12 tokens; does not stand: 2T stands: the maker's own word goes before a curated table");
    }

    @Test
    void shouldShowWhatStandsAsideAndWhatNeedsReview() {
        // Given:
        Release release = Release.newBuilder(release())
                .setVariants(List.of(Variant.newBuilder()
                        .setSetAside(List.of("hub/a parameters: 9T is off by a factor of a thousand from 9B of arxiv"))
                        .build()))
                .build();

        // When:
        String why = Why.of(release, List.of(), Optional.of("record-jump: 12.0 times the record until then"));

        // Then:
        assertThat(why)
                .contains("Set aside, because others contradict it a thousand times over")
                .contains("hub/a parameters: 9T is off")
                .contains("record-jump: 12.0 times");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'stands aside: 191,400 epochs is more than exists: the most that is believed is 100,000'",
        "accept, accepted by the operator",
        "reject, rejected by the operator"
    })
    void shouldSayWhatTheOperatorJudged(String verdict, String expected) {
        // Given:
        Evidence odd =
                stated("table", said("epochs", "191,400").setNumber(191_400.0).setUnit("epochs"));
        Evidence judged = stated("operator", said("subject", "table/1"), said(verdict, "epochs"));

        // When:
        String why = Why.of(release(), List.of(odd, judged), Optional.empty()).replaceAll("\\s+", " ");

        // Then:
        assertThat(why).contains("- epochs: 191400 epochs; " + expected);
    }

    private static Release release() {
        return Release.newBuilder()
                .setName("Quell")
                .setFamilyId("quell-1")
                .setVariants(new VariantReader().read(List.of(PAPER, TABLE)))
                .build();
    }

    private static Statement.Builder said(String field, String text) {
        return Statement.newBuilder().setField(field).setText(text);
    }

    private static Evidence stated(String source, Statement.Builder... statements) {
        return new EvidenceReader()
                .read(Observation.newBuilder()
                        .setSource(source)
                        .setNativeId("1")
                        .setTier(source)
                        .setForm(source)
                        .setStatements(Stream.of(statements)
                                .map(Statement.Builder::build)
                                .toList())
                        .build());
    }

    private static Evidence read(String id, String text) {
        return new EvidenceReader()
                .read(Observation.newBuilder()
                        .setSource("blog")
                        .setNativeId(id)
                        .setTier("maker")
                        .setTitle("Introducing Quell-9B")
                        .setText(text)
                        .build());
    }
}
