package org.computedivide.producers.fetch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Whether a file proves by its ETag that it came whole: the Hub gives the id that Git gives to the file, or the SHA-256
 * of one that is kept apart (https://huggingface.co/docs/huggingface_hub/package_reference/file_download).
 */
public final class Proof {

    private static final Pattern OPAQUE = Pattern.compile("(?:W/)?\"([0-9a-f]{40}|[0-9a-f]{64})\"");
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private Proof() {}

    /** Whether the text is what its ETag says; false also when the ETag says nothing. */
    public static boolean isWhole(Page page) {
        var etag = OPAQUE.matcher(page.header("ETag").orElse(""));
        return etag.matches()
                && (isOf(page.text(), etag.group(1)) || isOf(BYTE_ORDER_MARK + page.text(), etag.group(1)));
    }

    private static boolean isOf(String text, String id) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII);
        return id.equals(id.length() == 40 ? digest("SHA-1", head, bytes) : digest("SHA-256", bytes));
    }

    private static String digest(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
