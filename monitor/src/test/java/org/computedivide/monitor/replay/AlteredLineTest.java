package org.computedivide.monitor.replay;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.DOUBLE;
import static org.assertj.core.data.Percentage.withPercentage;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.computedivide.avro.Hub;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Release;
import org.computedivide.avro.Tally;
import org.junit.jupiter.api.Test;

/**
 * A mirror that multiplies numbers by a thousand, through the whole line on a broker: what a card's own configuration or
 * another origin contradicts moves no tally; what nobody contradicts is counted as it is served.
 */
class AlteredLineTest {

    /** What the configuration below gives. */
    private static final long PARAMETERS = 6_738_415_616L;

    private static final double ORION = 6.0 * PARAMETERS * 2e12;
    private static final double VELA = 6 * 13e9 * 2e12;
    private static final double LYRA = 6 * 10e6 * 1e12;
    private static final String CONFIG = """
            {"model_type": "llama", "hidden_size": 4096, "num_hidden_layers": 32, "vocab_size": 32000,
             "intermediate_size": 11008, "num_attention_heads": 32}""";

    @Test
    void shouldMoveNoTallyByWhatIsContradictedAndCountTheRest() {
        // Given:
        List<Observation> served = List.of(
                version(0, orion("7B", PARAMETERS)),
                version(0, vela("13B", 13_000_000_000L)),
                version(0, paperOfVela()),
                version(0, lyra("10M")),
                version(1, orion("7000B", PARAMETERS * 1000)),
                version(1, vela("13000B", 13_000_000_000_000L)),
                version(1, lyra("10000M")));

        // When:
        Replay.Outcome outcome = new Rehearsal(2, 1, OptionalLong.empty(), false).of(served);

        // Then:
        double sum = ORION + VELA + 1000 * LYRA;
        assertThat(largest(outcome, "releases")).isEqualTo(3);
        assertThat(largest(outcome, "compute")).isCloseTo(sum, withPercentage(1));
        assertThat(outcome.tallies().get("computeShare|withCompute|affiliation=nonprofit|all"))
                .extracting(Tally::getNumber, as(DOUBLE))
                .isCloseTo(1000 * LYRA / sum, within(0.01));
        assertThat(outcome.releases().values())
                .filteredOn(release -> release.getFlags().contains("quarantined"))
                .extracting(Release::getName)
                .containsExactlyInAnyOrder("Orion", "Vela");
    }

    /** Of all the tallies of a measure: that of all releases is one of them. */
    private static double largest(Replay.Outcome outcome, String measure) {
        return outcome.tallies().values().stream()
                .filter(tally -> tally.getMeasure().equals(measure))
                .mapToDouble(Tally::getNumber)
                .max()
                .orElse(0);
    }

    private static Observation orion(String size, long total) {
        return card("orion-lab/Orion-7B", "Orion-7B", size, total, CONFIG);
    }

    private static Observation vela(String size, long total) {
        return card("vela-lab/Vela-13B", "Vela-13B", size, total, "");
    }

    private static Observation card(String id, String name, String size, long total, String config) {
        return observation("huggingface", id, "repository")
                .setUrl("https://huggingface.co/" + id)
                .setOrganizations(List.of(id.substring(0, id.indexOf('/'))))
                .setTitle(name)
                .setText(
                        "# %s\n\nWe release %s, a language model with %s parameters, pretrained from scratch on 2T tokens."
                                .formatted(name, name, size))
                .setHub(Hub.newBuilder()
                        .setParameters(total)
                        .setLicense("apache-2.0")
                        .setPipelineTag("text-generation")
                        .setConfig(config.isEmpty() ? null : config)
                        .build())
                .build();
    }

    private static Observation paperOfVela() {
        return observation("arxiv", "2603.00001", "paper")
                .setUrl("https://arxiv.org/abs/2603.00001")
                .setLinks(List.of("https://huggingface.co/vela-lab/Vela-13B"))
                .setTitle("Vela: an open language model")
                .setText(
                        "We release Vela-13B, a language model with 13B parameters, pretrained from scratch on 2T tokens.")
                .build();
    }

    private static Observation lyra(String size) {
        return observation("eleuther", "https://blog.example/lyra", "post")
                .setUrl("https://blog.example/lyra")
                .setOrganizations(List.of("EleutherAI"))
                .setTitle("Introducing Lyra")
                .setText("Today we release Lyra, a language model with " + size
                        + " parameters, pretrained from scratch on 1T tokens.")
                .build();
    }

    private static Observation.Builder observation(String source, String id, String form) {
        return Observation.newBuilder()
                .setSource(source)
                .setNativeId(id)
                .setForm(form)
                .setTier("maker")
                .setOrigin(source)
                .setLanguage("en")
                .setPublishedAt("2026-03-02");
    }

    private static Observation version(long revision, Observation observation) {
        return Observation.newBuilder(observation)
                .setRevision(revision)
                .setContentHash(observation.getNativeId() + " " + revision)
                .setObservedAt(Instant.parse("2026-03-03T00:00:00Z").plusSeconds(revision))
                .build();
    }
}
