package org.computedivide.streams.rules.names;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** Cuts the name of a model into lower-case words, numbers and sizes. */
final class NameTokens {

    private static final Figure WORD_AND_NUMBER =
            Figure.of("([a-z]{3,20}?)(v?\\d{1,4}(?:\\.\\d{1,3}){0,2}|\\d{1,4}(?:\\.\\d{1,3})?[bm])");

    /** Brackets stand as tokens of their own: what is inside tells variants apart. */
    static final String OPEN = "(";

    static final String CLOSE = ")";

    private NameTokens() {}

    static List<String> of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
        var tokens = new ArrayList<String>();
        var token = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isLetterOrDigit(c) || isPoint(plain, i)) {
                token.append(c == '_' ? '.' : Character.toLowerCase(c));
            } else if (Character.getType(c) != Character.FORMAT) {
                cut(token, tokens);
                mark(c, tokens);
            }
        }
        cut(token, tokens);
        return tokens;
    }

    private static void mark(char c, List<String> tokens) {
        switch (c) {
            case '+' -> tokens.add("plus");
            case '(', '[' -> tokens.add(OPEN);
            case ')', ']' -> tokens.add(CLOSE);
            default -> {}
        }
    }

    /** A dot between digits, or the underscore that hubs write instead of it: {@code 1_6b}. */
    private static boolean isPoint(String text, int i) {
        char c = text.charAt(i);
        return (c == '.' || c == '_')
                && i > 0
                && i + 1 < text.length()
                && isDigit(text.charAt(i - 1))
                && isDigit(text.charAt(i + 1));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static void cut(StringBuilder token, List<String> tokens) {
        if (token.isEmpty()) {
            return;
        }
        String word = token.toString();
        token.setLength(0);
        Optional<Matcher> glued = WORD_AND_NUMBER.groups(word);
        if (glued.isPresent()) {
            tokens.add(glued.get().group(1));
            tokens.add(glued.get().group(2));
        } else {
            tokens.add(word);
        }
    }
}
