package org.computedivide.streams.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Which methods made a number: the release of the rules and a hash of the data files they read. */
public final class Methods {

    private static final String RELEASE = "0.1.0";

    /** Every data file of the rules; a test holds this list against the folder. */
    static final List<String> DATA_FILES = List.of(
            "accelerators.csv",
            "architectures.csv",
            "base-families.csv",
            "blocs.csv",
            "claim-weights.csv",
            "countries.csv",
            "draw-limits.csv",
            "draw-shared-errors.csv",
            "encoder-words.csv",
            "estimates.csv",
            "export-lines.csv",
            "grid.csv",
            "landmarks.csv",
            "licenses.csv",
            "limits.csv",
            "literature-calculations.csv",
            "literature-openai-points.csv",
            "literature.yaml",
            "maker-terms.csv",
            "model-lines.csv",
            "name-brands.csv",
            "name-words.csv",
            "organization-words.csv",
            "organizations.csv",
            "paper-heads.csv",
            "paper-model.csv",
            "paper-words.csv",
            "post-model.csv",
            "prior-cues.csv",
            "prior.csv",
            "rental-prices.csv",
            "resources.csv",
            "thresholds.yaml",
            "tiers.csv",
            "weights-words.csv",
            "widths.csv");

    private static final String VERSION = RELEASE + "+" + hash().substring(0, 8);

    private Methods() {}

    /** For example {@code 0.1.0+1a2b3c4d}. */
    public static String version() {
        return VERSION;
    }

    /**
     * A data file of the rules.
     *
     * @throws IllegalStateException when the build left it out
     */
    public static InputStream data(String name) {
        InputStream stream = Methods.class.getResourceAsStream("/org/computedivide/streams/data/" + name);
        if (stream == null) {
            throw new IllegalStateException("data file " + name + " is missing from the streams jar");
        }
        return stream;
    }

    private static String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : DATA_FILES) {
                try (InputStream in = data(name)) {
                    digest.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
