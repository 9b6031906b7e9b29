package org.computedivide.streams.rules.literature;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.computedivide.streams.rules.Methods;
import org.jspecify.annotations.Nullable;

/**
 * What was published, as {@code literature.yaml} has it.
 *
 * @param claims in the order in which they are shown
 */
public record PublishedClaims(List<Entry> claims) {

    private static final PublishedClaims BUNDLED = read();

    public PublishedClaims {
        claims = List.copyOf(claims);
    }

    /** Those that the monitor comes with. */
    public static PublishedClaims bundled() {
        return BUNDLED;
    }

    /** Keys of the tallies and trends that the figures are read from. */
    public Set<String> keys() {
        var keys = new TreeSet<String>();
        claims.forEach(claim -> claim.figures().forEach(figure -> keys.addAll(figure.keys())));
        return keys;
    }

    /**
     * One claim; the words are those of LiteratureClaim.
     *
     * @param figures what of ours stands beside it
     */
    public record Entry(
            String id,
            String claim,
            String source,
            String url,
            String definition,
            String published,
            String standing,
            String why,
            List<FigureRule> figures) {

        public Entry {
            figures = figures == null ? List.of() : List.copyOf(figures);
            for (String word : List.of(id, claim, source, url, definition, published, standing, why)) {
                Objects.requireNonNull(word, () -> "a field of a claim is missing in literature.yaml: " + claim);
            }
        }
    }

    /**
     * How a number of ours is made; exactly one of tally, trend, part with whole, points or calculation is given.
     *
     * @param role as in ClaimFigure
     * @param definition in words
     * @param tally key of a tally
     * @param trend key of a trend
     * @param part key of the tally above the line
     * @param whole key of the tally below it
     * @param points data file of dated points; the trend is fitted to them, or the growth is between two of them
     * @param growthFrom name of the point that growth begins at
     * @param growthTo name of the point that it ends at
     * @param calculation name of a row of {@code literature-calculations.csv}
     */
    public record FigureRule(
            String role,
            String definition,
            @Nullable String tally,
            @Nullable String trend,
            @Nullable String part,
            @Nullable String whole,
            @Nullable String points,
            @Nullable String growthFrom,
            @Nullable String growthTo,
            @Nullable String calculation) {

        /** Of the topics. */
        Set<String> keys() {
            var keys = new TreeSet<String>();
            for (String key : points == null ? new String[] {tally, trend, part, whole} : new String[0]) {
                if (key != null) {
                    keys.add(key);
                }
            }
            return keys;
        }
    }

    private static PublishedClaims read() {
        var mapper = new YAMLMapper();
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        try (InputStream in = Methods.data("literature.yaml")) {
            return mapper.readValue(in, PublishedClaims.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
