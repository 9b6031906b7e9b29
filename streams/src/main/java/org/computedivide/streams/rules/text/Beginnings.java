package org.computedivide.streams.rules.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The letters with which matches of some expressions can begin, as one tree. A walk along a text ends after a few letters
 * and says which of the expressions are worth trying there; nearly everywhere that is none. What can begin a match is found
 * out once, by asking each expression itself whether more letters could still make a match.
 */
final class Beginnings {

    /** Bits of a long. */
    static final int MOST = 64;

    private static final int ASCII = 128;
    private static final int DEEPEST = 10;
    private static final int MOST_BRANCHES = 12;
    private static final int NOWHERE = -1;
    private static final int NOT_ONE = -1;
    /** Bits of the shape of a letter: part of a word; begins a match where no word goes on; begins one inside of a word. */
    private static final byte WORD_PART = 1;

    private static final byte OUTSIDE = 2;
    private static final byte INSIDE = 4;
    /** Characters of other alphabets, for expressions that take any letter. */
    private static final String FOREIGN = "é中İ\ud83e\u00a0";

    private final List<Matcher> asked = new ArrayList<>();
    private final boolean foldsCase;
    private final String foreign;

    private final List<short[]> next = new ArrayList<>();
    /** By node: expressions that are to be tried as soon as it is reached. */
    private final List<Long> due = new ArrayList<>();
    /** By node: expressions that are to be tried when the letter behind it is of another alphabet. */
    private final List<Long> dueAbroad = new ArrayList<>();
    /** By node: expressions that would go on. */
    private final List<Long> open = new ArrayList<>();

    private final Steps steps;
    private final long[] reached;
    private final long[] abroad;
    private final long[] cut;
    /** By first letter: expressions that can match inside of a word. */
    private final long[] insideWords = new long[ASCII];

    private final byte[] shapes = new byte[ASCII];
    /** The mark with which every match begins, inside of words or not; NOT_ONE when there are several. */
    private final int only;
    /** By first letter, two words of bits each: the second letters behind which a match is still possible. */
    private final long[] seconds = new long[2 * ASCII];

    Beginnings(List<Pattern> patterns) {
        if (patterns.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " expressions, but these are " + patterns.size());
        }
        this.foldsCase = patterns.stream().allMatch(Beginnings::foldsCase);
        StringBuilder others = new StringBuilder(FOREIGN);
        for (Pattern pattern : patterns) {
            if (pattern.pattern().contains("(?<=")) {
                throw new IllegalArgumentException("what stands before a match is not asked for: " + pattern);
            }
            pattern.pattern().chars().filter(c -> c >= ASCII).forEach(c -> others.append((char) c));
            asked.add(pattern.matcher("").useTransparentBounds(true).useAnchoringBounds(false));
        }
        this.foreign = others.toString();
        grow("", patterns.size() == MOST ? -1L : (1L << patterns.size()) - 1);
        learnInsides();
        steps = new Steps(next);
        reached = longs(due);
        abroad = longs(dueAbroad);
        cut = longs(open);
        for (char c = 0; c < ASCII; c++) {
            boolean begins = steps.from(0, c) >= 0;
            shapes[c] = (byte) ((isWordPart(c) ? WORD_PART : 0)
                    | (begins ? OUTSIDE : 0)
                    | (begins && insideWords[c] != 0 ? INSIDE : 0));
            learnSeconds(c);
        }
        only = onlyOne();
    }

    private static boolean foldsCase(Pattern pattern) {
        return (pattern.flags() & Pattern.CASE_INSENSITIVE) != 0;
    }

    private static long[] longs(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    /**
     * The first place from which on an expression is worth trying, or the end; of the text nothing behind the end is looked
     * at. Which expressions these are says {@link #at}.
     */
    int next(String text, int from, int end) {
        if (only != NOT_ONE) {
            int at = text.indexOf(only, from);
            return at < 0 || at > end ? end : at;
        }
        int i = worth(text, from, end);
        while (i < end && at(text, i, end) == 0) {
            i = worth(text, i + 1, end);
        }
        return i;
    }

    /** The first place where a match is possible by the letters before, at and behind it; short, since each letter passes through. */
    private int worth(String text, int from, int end) {
        int wanted = from > 0 && isWordPart(text.charAt(from - 1)) ? INSIDE : OUTSIDE;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c >= ASCII) {
                if (abroad[0] != 0) {
                    return i;
                }
                wanted = OUTSIDE;
            } else {
                byte shape = shapes[c];
                if ((shape & wanted) != 0 && maySecond(c, text, i + 1, end)) {
                    return i;
                }
                wanted = (shape & WORD_PART) != 0 ? INSIDE : OUTSIDE;
            }
        }
        return end;
    }

    /** Whether a match is still possible by the letter behind the first one; says yes where that is not of the alphabet. */
    private boolean maySecond(char first, String text, int at, int end) {
        char c = at < end ? text.charAt(at) : ASCII;
        return c >= ASCII || (seconds[2 * first + (c >>> 6)] >>> c & 1) != 0;
    }

    /** The expressions, as bits, that are worth trying at a place of a text. */
    long at(String text, int place, int end) {
        char first = text.charAt(place);
        if (first >= ASCII) {
            return abroad[0];
        }
        int node = steps.from(0, first);
        if (node < 0) {
            return 0;
        }
        long found = walk(text, place + 1, end, node);
        return found != 0 && place > 0 && isWordPart(text.charAt(place - 1)) ? found & insideWords[first] : found;
    }

    private long walk(String text, int from, int end, int start) {
        int node = start;
        long found = reached[node];
        for (int i = from; ; i++) {
            if (i >= end) {
                return found | cut[node];
            }
            char c = text.charAt(i);
            if (c >= ASCII) {
                return found | abroad[node];
            }
            node = steps.from(node, c);
            if (node < 0) {
                return found;
            }
            found |= reached[node];
        }
    }

    private static boolean isWordPart(char c) {
        return c < ASCII && (Character.isLetterOrDigit(c) || c == '_');
    }

    private int onlyOne() {
        int[] begin = IntStream.range(0, ASCII)
                .filter(c -> (shapes[c] & OUTSIDE) != 0)
                .toArray();
        boolean one = begin.length == 1 && abroad[0] == 0 && (shapes[begin[0]] & INSIDE) != 0;
        return one && begin[0] != 0 && reached[steps.from(0, (char) begin[0])] != 0 ? begin[0] : NOT_ONE;
    }

    private void learnSeconds(char first) {
        int node = steps.from(0, first);
        for (char c = 0; node >= 0 && c < ASCII; c++) {
            boolean possible = reached[node] != 0 || steps.from(node, c) >= 0;
            seconds[2 * first + (c >>> 6)] |= possible ? 1L << c : 0;
        }
    }

    /** Makes the node of some letters and all behind it; returns its number. */
    private short grow(String letters, long alive) {
        short node = (short) next.size();
        short[] row = new short[ASCII];
        Arrays.fill(row, (short) NOWHERE);
        next.add(row);
        long[] branches = new long[ASCII];
        long done = 0;
        long other = 0;
        for (long left = alive; left != 0; left &= left - 1) {
            int n = Long.numberOfTrailingZeros(left);
            long bit = 1L << n;
            if (!letters.isEmpty() && !goesOn(n, letters, branches)) {
                done |= bit;
            } else if (letters.isEmpty()) {
                ask(n, letters, branches);
            }
            other |= (done & bit) == 0 && isForeign(n, letters) ? bit : 0;
        }
        due.add(done);
        dueAbroad.add(other);
        open.add(alive & ~done);
        for (char c = 1; c < ASCII; c++) {
            if (branches[c] != 0) {
                row[c] = grow(letters + c, branches[c]);
            }
        }
        fold(row);
        return node;
    }

    private void fold(short[] row) {
        for (char c = 'A'; foldsCase && c <= 'Z'; c++) {
            row[c] = row[c + ('a' - 'A')];
        }
    }

    /** Whether more letters tell more: not when the expression matches already, or takes nearly any letter next. */
    private boolean goesOn(int n, String letters, long[] branches) {
        if (letters.length() >= DEEPEST || asked.get(n).reset(letters).lookingAt()) {
            return false;
        }
        long[] answers = new long[ASCII];
        if (ask(n, letters, answers) > MOST_BRANCHES) {
            return false;
        }
        for (int c = 0; c < ASCII; c++) {
            branches[c] |= answers[c];
        }
        return true;
    }

    /** Notes the letters that can follow; returns how many. */
    private int ask(int n, String letters, long[] branches) {
        int count = 0;
        for (char c = 1; c < ASCII; c++) {
            boolean folded = foldsCase && c >= 'A' && c <= 'Z';
            if (!folded && mayBegin(n, letters + c)) {
                branches[c] |= 1L << n;
                count++;
            }
        }
        return count;
    }

    private boolean isForeign(int n, String letters) {
        return foreign.chars().anyMatch(c -> mayBegin(n, letters + (char) c));
    }

    private boolean mayBegin(int n, String letters) {
        Matcher matcher = asked.get(n).reset(letters);
        return matcher.lookingAt() || matcher.hitEnd();
    }

    /** Which expressions do not begin with a bound of a word: asked with a letter before. */
    private void learnInsides() {
        for (char c = 1; c < ASCII; c++) {
            for (int n = 0; n < asked.size(); n++) {
                Matcher matcher = asked.get(n).reset("a" + c).region(1, 2);
                if (matcher.lookingAt() || matcher.hitEnd()) {
                    insideWords[c] |= 1L << n;
                }
            }
        }
    }
}
