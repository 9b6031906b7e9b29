package org.computedivide.producers.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.computedivide.producers.fetch.LimitedBody.TooLarge;

/** From the bytes of an answer to its text: unpacked within a limit, strict UTF-8, not empty, not a web page. */
final class Body {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private Body() {}

    /** The bytes are no text that we take. */
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;
        private final String reason;

        Unreadable(String reason, String detail) {
            super(detail);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    static byte[] unpacked(byte[] bytes, String encoding, int limit) throws IOException {
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "", "identity" -> bytes;
            case "gzip", "x-gzip" -> gunzip(bytes, limit);
            default -> throw new Unreadable("wrong-type", "the answer is packed as " + encoding);
        };
    }

    private static byte[] gunzip(byte[] bytes, int limit) throws IOException {
        var unpacked = new ByteArrayOutputStream();
        byte[] block = new byte[1 << 16];
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes), block.length)) {
            for (int n = gzip.read(block); n >= 0; n = gzip.read(block)) {
                unpacked.write(block, 0, n);
                if (unpacked.size() > limit) {
                    throw new TooLarge(limit);
                }
            }
            return unpacked.toByteArray();
        } catch (EOFException e) {
            throw new Unreadable("truncated", "the packed answer ends early");
        } catch (java.util.zip.ZipException e) {
            throw new Unreadable("truncated", "the packed answer is damaged: " + e.getMessage());
        }
    }

    static String text(byte[] bytes, Media media) throws Unreadable {
        String text = withoutMark(decoded(bytes));
        String start = text.substring(0, Math.min(text.length(), 512)).stripLeading();
        if (media != Media.TEXT && start.isEmpty()) {
            throw new Unreadable("truncated", "the answer is empty");
        }
        String low = start.toLowerCase(Locale.ROOT);
        boolean mayBePage = media == Media.TEXT || media == Media.HTML;
        if (!mayBePage && (low.startsWith("<!doctype html") || low.startsWith("<html"))) {
            throw new Unreadable("html-instead", "a web page came in place of " + media);
        }
        return text;
    }

    private static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static String decoded(byte[] bytes) throws Unreadable {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable("not-utf8", "the answer holds bytes that are not UTF-8");
        }
    }
}
