package org.computedivide.streams.rules.thresholds;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.computedivide.avro.Openness;
import org.computedivide.avro.Release;
import org.computedivide.streams.rules.Methods;

/**
 * The lines of the law and of our own alerts, as {@code thresholds.yaml} has them; the file says what each is.
 *
 * @param edges probabilities at which a threshold alert fires
 * @param withdrawBelow probability below which it is withdrawn
 * @param frontierRank rank that a release must reach to be at the frontier
 * @param frontierSlack factor by which it must fall short to be no longer
 * @param recordJump factor over the record that needs review
 * @param openWeightsFlop line for open weights
 * @param openWeights classes of weights that anyone may download
 * @param ownRightFlop added compute that makes a derivative a release
 * @param ownRightShare share of the base's compute that makes a derivative a release
 * @param lines the lines of the law
 */
public record Thresholds(
        List<Double> edges,
        double withdrawBelow,
        int frontierRank,
        double frontierSlack,
        double recordJump,
        double openWeightsFlop,
        List<String> openWeights,
        double ownRightFlop,
        double ownRightShare,
        List<LegalLine> lines) {

    public static final String FILE = "thresholds.yaml";

    private static final Thresholds BUNDLED = read();

    public Thresholds {
        edges = List.copyOf(edges);
        openWeights = List.copyOf(openWeights);
        lines = List.copyOf(lines);
    }

    /** Those that the monitor comes with. */
    public static Thresholds bundled() {
        return BUNDLED;
    }

    /** Whether anyone may download the weights, under whatever licence. */
    public boolean isOpen(Release release) {
        Openness openness = release.getOpenness();
        return openness != null && openWeights.contains(openness.getWeights());
    }

    private static Thresholds read() {
        JsonDeserializer<LocalDate> dates = new JsonDeserializer<>() {
            @Override
            public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                return LocalDate.parse(parser.getText());
            }
        };
        var mapper = new YAMLMapper();
        mapper.registerModule(new SimpleModule().addDeserializer(LocalDate.class, dates));
        try (InputStream in = Methods.data(FILE)) {
            return mapper.readValue(in, Thresholds.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
