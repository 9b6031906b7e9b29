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
        long found = 0;
        @Nullable Matcher[] matchers = null;
        int end = text.length();
        for (int i = beginnings.next(text, 0, end); i < end; i = beginnings.next(text, i + 1, end)) {
            long worth = beginnings.at(text, i, end) & ~found;
            if (worth != 0) {
                matchers = matchers == null ? new Matcher[patterns.size()] : matchers;
                found |= matching(text, i, worth, matchers);
            }
        }
        return found;
    }

    private long matching(String text, int i, long worth, @Nullable Matcher[] matchers) {
        long found = 0;
        for (long left = worth; left != 0; left &= left - 1) {
            int n = Long.numberOfTrailingZeros(left);
            Matcher matcher = matchers[n];
            if (matcher == null) {
                matcher =
                        patterns.get(n).matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
                matchers[n] = matcher;
            }
            found |= matcher.region(i, text.length()).lookingAt() ? left & -left : 0;
        }
        return found;
    }
}
