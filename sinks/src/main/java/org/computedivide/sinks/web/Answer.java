package org.computedivide.sinks.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Answers with JSON. The entity tag is a hash of the content: who has it already is told so and no more. */
final class Answer {

    private static final String JSON = "application/json; charset=utf-8";
    private static final int TAG_DIGITS = 32;

    private Answer() {}

    static void json(Context context, String content) {
        String tag = '"' + hash(content).substring(0, TAG_DIGITS) + '"';
        context.header("ETag", tag).contentType(JSON);
        if (isKnown(context.header("If-None-Match"), tag)) {
            context.status(HttpStatus.NOT_MODIFIED);
        } else {
            context.result(content);
        }
    }

    static void error(Context context, HttpStatus status, @Nullable String message) {
        context.status(status).contentType(JSON).result("{\"error\": " + Json.quoted(String.valueOf(message)) + "}");
    }

    /** Compared weakly, as it should be: a proxy that compresses marks the tag as weak. */
    private static boolean isKnown(@Nullable String known, String tag) {
        return known != null
                && Arrays.stream(known.split(","))
                        .map(String::strip)
                        .anyMatch(one -> one.equals("*") || one.equals(tag) || one.equals("W/" + tag));
    }

    private static String hash(String content) {
        try {
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
