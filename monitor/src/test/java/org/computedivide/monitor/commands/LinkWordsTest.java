package org.computedivide.monitor.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Member;
import org.junit.jupiter.api.Test;

class LinkWordsTest {

    private static final Member ROW = member("epoch", "Heron-7B", "name~heron");
    private static final Member VERDICT = member("operator", "reject:1", "name~");
    private static final List<Evidence> EVIDENCE = List.of(
            evidence("epoch", "Heron-7B", ""), evidence("operator", "reject:1", "zero stands for not trained further"));

    @Test
    void shouldSayWhyTheOperatorTakesPart() {
        // When:
        String words = LinkWords.of(VERDICT, List.of(ROW, VERDICT), EVIDENCE);

        // Then:
        assertThat(words).isEqualTo("said by the operator: zero stands for not trained further");
    }

    @Test
    void shouldNotLetTheOnlyOneHangOnItself() {
        // When:
        String alone = LinkWords.of(ROW, List.of(ROW, VERDICT), EVIDENCE);
        String beside = LinkWords.of(ROW, List.of(ROW, member("arxiv", "2601.1", "arxiv:2601.1")), EVIDENCE);

        // Then:
        assertThat(alone).isEqualTo("its name is heron; nothing else is joined with it");
        assertThat(beside).isEqualTo("hangs on it by the name heron, which only one family near its date has");
    }

    private static Member member(String source, String nativeId, String link) {
        return Member.newBuilder()
                .setSource(source)
                .setNativeId(nativeId)
                .setLink(link)
                .build();
    }

    private static Evidence evidence(String source, String nativeId, String quote) {
        return Evidence.newBuilder()
                .setSource(source)
                .setNativeId(nativeId)
                .setFacts(List.of(Fact.newBuilder().setQuote(quote).build()))
                .build();
    }
}
