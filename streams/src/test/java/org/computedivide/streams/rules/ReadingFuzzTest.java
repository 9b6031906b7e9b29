package org.computedivide.streams.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Hub;
import org.computedivide.avro.Observation;
import org.junit.jupiter.api.Test;

/**
 * The whole reader on texts made at random from the pieces that its rules look for, and from any letters between: it never
 * fails, quotes what stands in the text, reads the same anywhere, and takes no long time. {@code mvn verify -Pfuzz} reads more,
 * {@code -Dfuzz.texts=N} as many as one likes, {@code -Dfuzz.seed=N} others.
 */
class ReadingFuzzTest {

    private static final int TEXTS = Integer.getInteger("fuzz.texts", 4_000) / 4;
    private static final long SEED = Long.getLong("fuzz.seed", 20261122L);
    private static final long LONGEST_NANOS = 2_000_000_000L;
    private static final List<String> FORMS = List.of("paper", "repository", "post", "product", "table-row", "other");
    private static final String[] PIECES = """
            Orion GPT-3 7B 8x7B A3B 13 1.8|trillion 3.2e23 10^25 × 16K H100 TPU|v3-512 GPUs tokens parameters epochs hours days
            trained|on than ( ) [ ] | < > - _ / . , : = 4.1万亿 70亿参数 🤗 é İ % we|introduce we|release the|weights open-source
            licen[ce] non-commercial research|only upon|acceptance coming|soon via|the|API available|on|GitHub training|code
            fine-tuned|from based|on|Llama|2|70B distilled --- license:|mit base_model: tags: # * et|al. arxiv.org/abs/2401.00001
            title={ } @misc github.com/a/b state-of-the-art outperforms efficiency survey benchmark <table> <tr> <td|rowspan="3">
            </td> </table> http:// https://huggingface.co/a/b $ \\textbf{ University Inc. @mit.edu 清华大学 MFU|of|40% 2×8
            """.strip().split("\\s+");

    @Test
    void shouldReadAnyTextTheSameAnywhereAndSoon() {
        // Given:
        Random random = new Random(SEED);
        EvidenceReader reader = new EvidenceReader();

        for (int i = 0; i < TEXTS; i++) {
            Observation observation = observation(random);
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

            // When:
            Evidence evidence = reader.read(observation);
            long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            Evidence elsewhere = elsewhere(reader, observation);

            // Then:
            assertThat(elsewhere).as("text %d of seed %d", i, SEED).isEqualTo(evidence);
            assertThat(nanos).as("text %d of seed %d", i, SEED).isLessThan(LONGEST_NANOS);
            assertThat(evidence.getFacts()).allSatisfy(fact -> assertQuoted(fact, observation.getText()));
        }
    }

    private static void assertQuoted(Fact fact, String text) {
        if (fact.getStart() >= 0) {
            assertThat(fact.getEnd()).isBetween(fact.getStart(), text.length());
            assertThat(fact.getQuote()).isEqualTo(text.substring(fact.getStart(), fact.getEnd()));
        }
    }

    private static Evidence elsewhere(EvidenceReader reader, Observation observation) {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            return reader.read(observation);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static Observation observation(Random random) {
        String form = FORMS.get(random.nextInt(FORMS.size()));
        return Observation.newBuilder()
                .setSource("fuzz")
                .setForm(form)
                .setNativeId(text(random, 2) + "/" + text(random, 3))
                .setUrl(text(random, 3))
                .setTitle(text(random, 8))
                .setText(text(random, random.nextInt(20) == 0 ? 2_000 : 160))
                .setOrganizations(List.of(text(random, 4)))
                .setLinks(List.of(text(random, 3), "https://huggingface.co/" + text(random, 2)))
                .setHub(form.equals("repository") ? hub(random) : null)
                .build();
    }

    private static Hub hub(Random random) {
        return Hub.newBuilder()
                .setTags(List.of(text(random, 2), "base_model:" + text(random, 2)))
                .setFiles(List.of("config.json", text(random, 2)))
                .setLicense(random.nextBoolean() ? text(random, 2) : null)
                .setConfig(random.nextBoolean() ? "{" + text(random, 4) : null)
                .build();
    }

    private static String text(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(most); n > 0; n--) {
            boolean piece = random.nextInt(12) > 0;
            text.append(piece ? PIECES[random.nextInt(PIECES.length)].replace('|', ' ') : letter(random));
            text.append(
                    switch (random.nextInt(8)) {
                        case 0, 1 -> "";
                        case 2 -> "\n";
                        default -> " ";
                    });
        }
        return text.toString();
    }

    /** Any character at all, halves of pairs among them. */
    private static char letter(Random random) {
        return (char) random.nextInt(random.nextBoolean() ? 128 : Character.MAX_VALUE + 1);
    }
}
