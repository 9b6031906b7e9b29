package org.computedivide.producers.source;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.computedivide.avro.Observation;
import org.computedivide.avro.json.PlainJson;

/** Content hashes: equal exactly when nothing that matters differs. */
public final class Hashes {

    /** When and how we saw it, and what changes without the content changing. */
    private static final List<String> BESIDE =
            List.of("observedAt", "revision", "contentHash", "intake", "textLength", "textHash");

    private static final List<String> BESIDE_IN_HUB = List.of("sha", "lastModified");

    /** Tags by which the Hub tells where and how a model can be run today. */
    private static final Set<String> SERVING_TAGS = Set.of("endpoints_compatible", "text-generation-inference");

    private Hashes() {}

    /** SHA-256 of a text, hexadecimal. */
    public static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The hash of what an observation says, with its whole text.
     *
     * @param version version number of the source itself; 0 when it has none
     */
    public static String ofContent(Observation observation, long version) {
        ObjectNode plain = PlainJson.write(observation);
        plain.remove(BESIDE);
        if (plain.get("hub") instanceof ObjectNode hub) {
            hub.remove(BESIDE_IN_HUB);
            withoutServingTags(hub);
        }
        return sha256(version + "\n" + plain);
    }

    private static void withoutServingTags(ObjectNode hub) {
        if (hub.get("tags") instanceof ArrayNode tags) {
            tags.removeIf(tag -> isServing(tag.asText()));
        }
    }

    private static boolean isServing(String tag) {
        return SERVING_TAGS.contains(tag) || tag.startsWith("region:") || tag.startsWith("deploy:");
    }
}
