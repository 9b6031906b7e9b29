package org.computedivide.streams.rules.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression that is tried only where a match can begin: a text costs a look at each character, and the
 * expression only where the first letters say so. Finds what {@link Matcher#find()} would in any text that is not empty.
 */
public final class Phrase {

    private final Pattern pattern;
    private final Beginnings beginnings;

    private Phrase(Pattern pattern) {
        this.pattern = pattern;
        this.beginnings = new Beginnings(List.of(pattern));
    }

    public static Phrase of(String expression) {
        return new Phrase(Pattern.compile(expression));
    }

    public static Phrase ignoringCase(String expression) {
        return new Phrase(Pattern.compile(expression, Pattern.CASE_INSENSITIVE));
    }

    public boolean isIn(String text) {
        return matcher(text).find();
    }

    public Search matcher(String text) {
        return new Search(text);
    }

    /** A search through one text. */
    public final class Search {

        private final String text;
        private @Nullable Matcher matcher;
        private int next;
        private int end;

        private Search(String text) {
            this.text = text;
            this.end = text.length();
        }

        /** Looks only from one place to another; the words around still bound a word. */
        public Search region(int from, int to) {
            next = from;
            end = to;
            return this;
        }

        /** Goes to the next match. */
        public boolean find() {
            int stop = end;
            for (int i = beginnings.next(text, next, stop); i < stop; i = beginnings.next(text, i + 1, stop)) {
                if (matchesAt(i)) {
                    next = Math.max(end(), i + 1);
                    return true;
                }
            }
            next = stop;
            return false;
        }

        private boolean matchesAt(int i) {
            if (matcher == null) {
                matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
            }
            return matcher.region(i, end).lookingAt();
        }

        private Matcher found() {
            if (matcher == null) {
                throw new IllegalStateException("nothing was found yet");
            }
            return matcher;
        }

        public int start() {
            return found().start();
        }

        public int end() {
            return found().end();
        }

        public String group() {
            return found().group();
        }

        public String group(int n) {
            return found().group(n);
        }
    }
}
