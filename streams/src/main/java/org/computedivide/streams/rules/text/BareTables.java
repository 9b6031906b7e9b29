package org.computedivide.streams.rules.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Markdown tables whose rows have no bar at their ends ({@code Model | Params} over {@code --- | ---}): a mark {@code |} is put
 * there, so that they read as other tables do. A table is known by the line of hyphens under its head.
 */
final class BareTables {

    private static final String BAR = "|";

    private final String text;
    private final List<Token> tokens;
    private final List<Token> closed = new ArrayList<>();

    private BareTables(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /** The tokens with the bars that were left out; the same list where none were. */
    static List<Token> close(String text, List<Token> tokens) {
        int rule = text.indexOf('|') < 0 ? -1 : nextRule(text, 0);
        return rule < 0 ? tokens : new BareTables(text, tokens).closed(rule);
    }

    private List<Token> closed(int firstRule) {
        int done = 0;
        for (int rule = firstRule; rule >= 0; rule = nextRule(text, lineEnd(text, rule))) {
            int head = rule == 0 ? 0 : lineStart(text, rule - 1);
            done = copy(done, head);
            int line = head;
            while (line < text.length() && (line <= rule || has(line))) {
                int end = lineEnd(text, line);
                done = row(done, end);
                line = end + 1;
            }
        }
        copy(done, text.length());
        return closed;
    }

    private boolean has(int line) {
        int bar = text.indexOf('|', line);
        return bar >= 0 && bar < lineEnd(text, line);
    }

    /** Copies the tokens from the n-th on that begin before a place; the first that does not. */
    private int copy(int n, int to) {
        int k = n;
        while (k < tokens.size() && tokens.get(k).start() < to) {
            closed.add(tokens.get(k));
            k++;
        }
        return k;
    }

    private int row(int n, int end) {
        int next = n;
        if (n < tokens.size() && tokens.get(n).start() < end && !tokens.get(n).is(BAR)) {
            closed.add(bar(tokens.get(n).start(), true));
            closed.add(tokens.get(n).within());
            next = n + 1;
        }
        next = copy(next, end);
        if (next > n && !tokens.get(next - 1).is(BAR)) {
            closed.add(bar(tokens.get(next - 1).end(), false));
        }
        return next;
    }

    /** A bar of no width. */
    private static Token bar(int at, boolean lineStart) {
        return new Token(Token.Kind.MARK, at, at, BAR, Double.NaN, false, false, lineStart);
    }

    /** Where the next line of hyphens and bars begins that does not begin with a bar, behind a line; -1 when there is none. */
    private static int nextRule(String text, int from) {
        for (int dashes = text.indexOf("--", from); dashes >= 0; ) {
            int start = lineStart(text, dashes);
            int end = lineEnd(text, dashes);
            if (start > 0 && isRule(text, start, end)) {
                return start;
            }
            dashes = text.indexOf("--", end);
        }
        return -1;
    }

    private static boolean isRule(String text, int start, int end) {
        boolean bars = false;
        for (int k = start; k < end; k++) {
            char c = text.charAt(k);
            bars |= c == '|';
            if (c != '-' && c != ':' && c != '|' && !Character.isWhitespace(c)) {
                return false;
            }
        }
        return bars && text.charAt(start) != '|';
    }

    private static int lineStart(String text, int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    private static int lineEnd(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }
}
