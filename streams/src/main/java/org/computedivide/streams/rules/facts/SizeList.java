package org.computedivide.streams.rules.facts;

import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Token;
import org.computedivide.streams.rules.text.WordSet;

/** Lists of sizes: "7B, 13B and 70B", "7, 13 and 70 billion". */
final class SizeList {

    private static final Set<String> SEPARATOR =
            WordSet.of(",", "/", "and", "or", "&", "to", "*", "–", "-", "|", "~", "、");
    private static final Set<String> CELL = WordSet.of("|", "-", "–", "~", "*");
    private static final int LONGEST = 4;

    private SizeList() {}

    /** Position of the number that the list goes on with, or -1. */
    static int next(Sentence sentence, int i) {
        Token token = sentence.get(i);
        int k = i + 1;
        while (sentence.holds(k) && k - i <= LONGEST && sentence.get(k).in(SEPARATOR)) {
            k++;
        }
        if (k == i + 1
                || !sentence.holds(k)
                || !sentence.get(k).isNumber()
                || unit(sentence.get(k).word()) == 1) {
            return -1;
        }
        return isOfName(sentence, i, k) || token.word().equals("spelled") || !isSameKind(sentence, i, k) ? -1 : k;
    }

    /** The 3 of "Orion-3 and 7B", but not the sizes of "Orion-70B & 8B". */
    private static boolean isOfName(Sentence sentence, int i, int next) {
        boolean list = sentence.get(i).hasLetter()
                && sentence.get(next).hasLetter()
                && !sentence.get(next).glued()
                && sentence.after(i, next - i, CELL) < 0;
        return sentence.get(i).glued() && !list;
    }

    private static boolean isSameKind(Sentence sentence, int i, int next) {
        Token token = sentence.get(i);
        if (token.word().isEmpty()) {
            Token following = sentence.get(next);
            return token.value() < following.value() / unit(following.word())
                    && !isVersion(sentence, i)
                    && !isNumbered(sentence, i, next);
        }
        return unit(token.word()) > 1;
    }

    /** The 3.1 of "Granite 3.1-2B": a bare number behind a name and in front of a hyphen. */
    private static boolean isVersion(Sentence sentence, int i) {
        return i > 0 && sentence.get(i - 1).capital() && sentence.get(i + 1).is("-");
    }

    /** The 3 of "Granite 3, 8B parameters": two numbers and a comma are no list. */
    private static boolean isNumbered(Sentence sentence, int i, int next) {
        boolean comma = next == i + 2 && sentence.get(i + 1).is(",");
        return comma
                && i > 0
                && sentence.get(i - 1).capital()
                && unit(sentence.get(next).word()) > 1;
    }

    /** The value, with the magnitude of the number that follows in the list when it has none of its own. */
    static double value(Sentence sentence, int i, int next) {
        Token token = sentence.get(i);
        boolean bare = next > 0 && token.word().isEmpty() && token.value() < 1000;
        return bare ? token.value() * unit(sentence.get(next).word()) : token.value();
    }

    private static double unit(String magnitude) {
        return switch (magnitude) {
            case "b", "billion", "bn" -> 1e9;
            case "m", "million" -> 1e6;
            case "t", "trillion" -> 1e12;
            default -> 1;
        };
    }
}
