package org.computedivide.streams.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.computedivide.avro.BaseModel;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Quantity;
import org.junit.jupiter.api.Test;

class BaseMakerTest {

    @Test
    void shouldKnowTheMakerOfABaseByItsAccountOrByTheNameOfItsFamily() {
        assertThat(BaseMaker.of(List.of(builtOn("meta-llama/Llama-3.1-8B")))).isEqualTo("industry");
        assertThat(BaseMaker.of(List.of(builtOn("Llama 2 7B")))).isEqualTo("industry");
        assertThat(BaseMaker.of(List.of(builtOn("somebody-nobody-knows/Wombat", "Qwen2.5-7B"))))
                .isEqualTo("industry");
    }

    @Test
    void shouldTellNoBaseFromABaseOfWhichTheMakerIsUnknown() {
        assertThat(BaseMaker.of(List.of(builtOn()))).isEqualTo("none");
        assertThat(BaseMaker.of(List.of(builtOn("somebody-nobody-knows/Wombat"))))
                .isEqualTo("unknown");
    }

    @Test
    void shouldTakeTheCostThatTheMakerStatesBeforeThatOfOthers() {
        // Given:
        Evidence table = costing("epoch", "curated", 9e6, "");
        Evidence paper = costing("arxiv", "maker", 5.576e6, "");
        Evidence impossible = costing("anthropic", "maker", 1e12, "more than all chips cost");

        // When:
        Quantity cost = StatedCost.of(List.of(impossible, table, paper)).orElseThrow();

        // Then:
        assertThat(cost.getValue()).isEqualTo(5.576e6);
        assertThat(cost.getSource()).isEqualTo("arxiv/1");
    }

    private static Evidence builtOn(String... bases) {
        return Evidence.newBuilder()
                .setBaseModels(Arrays.stream(bases)
                        .map(base -> BaseModel.newBuilder().setId(base).build())
                        .toList())
                .build();
    }

    private static Evidence costing(String source, String tier, double dollars, String quarantine) {
        return Evidence.newBuilder()
                .setSource(source)
                .setNativeId("1")
                .setTier(tier)
                .setFacts(List.of(Fact.newBuilder()
                        .setField("trainingCost")
                        .setNumber(dollars)
                        .setUnit("USD")
                        .setQuarantine(quarantine)
                        .build()))
                .build();
    }
}
