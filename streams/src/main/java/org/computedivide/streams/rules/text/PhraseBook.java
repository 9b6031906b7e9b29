package org.computedivide.streams.rules.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Several expressions that are looked for in one pass over a text; which of them are in it is said in bits. */
public final class PhraseBook {

    private final List<Pattern> patterns = new ArrayList<>();
    private final Beginnings beginnings;

    private PhraseBook(List<Pattern> patterns) {
        this.patterns.addAll(patterns);
        this.beginnings = new Beginnings(patterns);
    }

    /** At most 64 expressions; the first is bit 0. */
    public static PhraseBook ignoringCase(String... expressions) {
        List<Pattern> patterns = new ArrayList<>();
        for (String expression : expressions) {
            patterns.add(Pattern.compile(expression, Pattern.CASE_INSENSITIVE));
        }
        return new PhraseBook(patterns);
    }

    /** The expressions that {@link Matcher#find()} would find in a text. */
    public long in(String text) {
        return reading().in(text);
    }

    /** Reads several short texts, one after the other. */
    public Reading reading() {
        return new Reading();
    }

    /** A reading of texts, which makes a matcher where it first needs it and keeps it for the texts that follow. */
    public final class Reading {

        private final @Nullable Matcher[] matchers = new Matcher[patterns.size()];
        /** The matchers that have been set to the text that is read. */
        private long set;

        private Reading() {}

        /** The expressions that {@link Matcher#find()} would find in a text. */
        public long in(String text) {
            long found = 0;
            set = 0;
            int end = text.length();
            for (int i = beginnings.next(text, 0, end); i < end; i = beginnings.next(text, i + 1, end)) {
                long worth = beginnings.at(text, i, end) & ~found;
                for (long left = worth; left != 0; left &= left - 1) {
                    Matcher matcher = matcher(Long.numberOfTrailingZeros(left), text);
                    found |= matcher.region(i, end).lookingAt() ? left & -left : 0;
                }
            }
            return found;
        }

        private Matcher matcher(int n, String text) {
            Matcher matcher = matchers[n];
            if (matcher == null) {
                matcher =
                        patterns.get(n).matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
                matchers[n] = matcher;
            } else if ((set & 1L << n) == 0) {
                matcher.reset(text);
            }
            set |= 1L << n;
            return matcher;
        }
    }
}
