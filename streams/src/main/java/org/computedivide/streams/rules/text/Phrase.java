package org.computedivide.streams.rules.text;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression that is tried only where a match can begin. Which three characters a match can begin with is found
 * out once, by asking the expression itself; a text then costs a table look-up for each character and the expression only
 * where the look-up says so. Finds what {@link Matcher#find()} would in any text that is not empty.
 */
public final class Phrase {

    private static final int ASCII = 128;

    private final Pattern pattern;
    private final boolean foldsCase;
    private final boolean[] one = new boolean[ASCII];
    private final boolean[] two = new boolean[ASCII * ASCII];
    private final boolean startsWord;
    private final BitSet three = new BitSet(ASCII * ASCII * ASCII);

    private Phrase(Pattern pattern) {
        this.pattern = pattern;
        this.foldsCase = (pattern.flags() & Pattern.CASE_INSENSITIVE) != 0;
        learn();
        this.startsWord = isWordOnly(pattern.pattern());
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

    /** Whether every match begins at the beginning of a word, so that the insides of words need no look. */
    private boolean isWordOnly(String expression) {
        boolean bounded = expression.startsWith("\\b(?:") && expression.endsWith(")\\b");
        for (char c = 0; c < ASCII && bounded; c++) {
            bounded = !one[c] || Character.isLetterOrDigit(c) || c == '_';
        }
        return bounded && isOneGroup(expression);
    }

    /** Whether the group behind the first \b is closed by the last parenthesis: no alternative stands outside. */
    private static boolean isOneGroup(String expression) {
        int depth = 0;
        for (int i = 2; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[') {
                i = expression.indexOf(']', i);
            } else {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (depth == 0) {
                    return i == expression.length() - 3;
                }
            }
        }
        return false;
    }

    private void learn() {
        Matcher matcher = pattern.matcher("");
        for (char a = 1; a < ASCII; a++) {
            if (mayBegin(matcher, String.valueOf(a))) {
                one[a] = true;
                one[foldsCase ? Character.toUpperCase(a) : a] = true;
                learnTwo(matcher, a);
            }
        }
    }

    private void learnTwo(Matcher matcher, char a) {
        for (char b = 1; b < ASCII; b++) {
            if (mayBegin(matcher, "" + a + b)) {
                two[a * ASCII + b] = true;
                learnThree(matcher, a, b);
            }
        }
    }

    private void learnThree(Matcher matcher, char a, char b) {
        for (char c = 1; c < ASCII; c++) {
            if (mayBegin(matcher, "" + a + b + c)) {
                three.set((a * ASCII + b) * ASCII + c);
            }
        }
    }

    /** Whether the letters match already or more of them could; capitals are not asked for when case is ignored. */
    private boolean mayBegin(Matcher matcher, String letters) {
        char last = letters.charAt(letters.length() - 1);
        boolean folded = foldsCase && last >= 'A' && last <= 'Z';
        return !folded && (matcher.reset(letters).lookingAt() || matcher.hitEnd());
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
            String searched = text;
            boolean[] first = one;
            int stop = end;
            for (int i = next; i < stop; i++) {
                char c = searched.charAt(i);
                if ((c >= ASCII || first[c]) && mayBegin(i) && matchesAt(i)) {
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

        private boolean mayBegin(int i) {
            int a = at(i);
            if (startsWord && i > 0 && a < ASCII && isWordPart(text.charAt(i - 1))) {
                return false;
            }
            int b = i + 1 < end ? at(i + 1) : ASCII;
            if (a >= ASCII || b >= ASCII) {
                return true;
            }
            if (!two[a * ASCII + b]) {
                return false;
            }
            int c = i + 2 < end ? at(i + 2) : ASCII;
            return c >= ASCII || three.get((a * ASCII + b) * ASCII + c);
        }

        private static boolean isWordPart(char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        }

        private int at(int i) {
            char c = text.charAt(i);
            return foldsCase && c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
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
