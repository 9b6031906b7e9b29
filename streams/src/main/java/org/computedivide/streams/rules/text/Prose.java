package org.computedivide.streams.rules.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A text as sentences of tokens. Reading takes time linear in the length of the text. */
public record Prose(String text, List<Sentence> sentences) {

    private static final int LONGEST_SENTENCE = 400;
    private static final int WRAPPED_LINE = 40;
    private static final int LONGEST_KEY = 40;
    private static final Set<String> LINKING = Set.of(
            "a", "an", "the", "of", "on", "in", "to", "for", "and", "or", "with", "by", "at", "from", "is", "are",
            "was", "were", "over", "about", "than", "using", "up", "takes", "took", "nvidia", "tesla", "google");

    public Prose {
        sentences = List.copyOf(sentences);
    }

    public static Prose of(String text) {
        List<Token> tokens = BareTables.close(text, new Tokenizer(text).read());
        List<Sentence> sentences = new ArrayList<>();
        int from = 0;
        int lineFrom = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (i > from && beginsSentence(text, tokens, from, i, lineFrom)) {
                sentences.add(new Sentence(text, tokens.subList(from, i)));
                from = i;
            }
            if (tokens.get(i).lineStart()) {
                lineFrom = i;
            }
        }
        if (from < tokens.size()) {
            sentences.add(new Sentence(text, tokens.subList(from, tokens.size())));
        }
        return new Prose(text, sentences);
    }

    private static boolean beginsSentence(String text, List<Token> tokens, int from, int i, int lineFrom) {
        Token token = tokens.get(i);
        Token last = tokens.get(i - 1);
        if (i - from >= LONGEST_SENTENCE) {
            return true;
        }
        if (tokens.get(from).is("|") && !token.lineStart()) {
            return false;
        }
        if (token.lineStart()) {
            boolean isShort = last.end() - tokens.get(lineFrom).start() < WRAPPED_LINE;
            return endsBlock(text, last, token) || (isShort && !goesOn(text, last, token));
        }
        return (token.start() > last.end() && last.isMark() && endsSentence(tokens, i - 1, token)) || last.is("。");
    }

    /** A line that begins with a mark of Markdown, or an empty line between. */
    private static boolean endsBlock(String text, Token last, Token token) {
        if (token.isMark() && "#|-*•>".contains(token.word())) {
            return true;
        }
        int breaks = 0;
        for (int k = last.end(); k < token.start() && breaks < 2; k++) {
            breaks += text.charAt(k) == '\n' ? 1 : 0;
        }
        return breaks > 1 || last.is(".");
    }

    /** A short line that was cut inside a sentence: it ends in a number or a linking word, or the next begins small. */
    private static boolean goesOn(String text, Token last, Token next) {
        if (isKey(text, next) || last.isMark()) {
            return last.is(",") && isLowerWord(next);
        }
        boolean open = LINKING.contains(last.word()) || (last.isNumber() && next.kind() == Token.Kind.WORD);
        return open || isLowerWord(next) || (next.isNumber() && !next.word().equals("spelled") && isPlain(last));
    }

    private static boolean isPlain(Token last) {
        return last.kind() == Token.Kind.WORD && !last.capital();
    }

    /** The key of "key: value" in front matter and settings. */
    private static boolean isKey(String text, Token token) {
        int end = token.start();
        while (end < text.length() && end - token.start() < LONGEST_KEY && isKeyPart(text.charAt(end))) {
            end++;
        }
        return end < text.length() && (text.charAt(end) == ':' || text.charAt(end) == '=');
    }

    private static boolean isKeyPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }

    private static boolean endsSentence(List<Token> tokens, int mark, Token next) {
        String sign = tokens.get(mark).word();
        if (sign.equals("!") || sign.equals("?")) {
            return true;
        }
        return sign.equals(".")
                && mark > 0
                && !isAbbreviation(tokens.get(mark - 1).word())
                && !isLowerWord(next);
    }

    private static boolean isLowerWord(Token next) {
        return next.kind() == Token.Kind.WORD && !next.capital() && next.end() - next.start() > 1;
    }

    private static boolean isAbbreviation(String word) {
        return switch (word) {
            case "al", "fig", "e", "g", "i", "vs", "approx", "ca", "no", "sec", "eq", "etc", "dr", "inc" -> true;
            default -> false;
        };
    }
}
