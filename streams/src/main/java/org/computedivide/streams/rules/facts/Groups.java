package org.computedivide.streams.rules.facts;

import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Token;
import org.computedivide.streams.rules.text.WordSet;

/** Chips counted as a product: "32 nodes with 8", "2 × 8", "4 × 4 × 4", "a 16x16 slice", "96 DGX A100 nodes". */
final class Groups {

    private static final int BACK = 10;
    private static final double MOST = 10_000;
    private static final double IN_A_SERVER = 8;
    private static final double IN_A_DOUBLE_SERVER = 16;
    private static final Set<String> GROUP =
            Words.words("nodes node machines servers hosts instances workers pods boxes");
    private static final int EACH_BEHIND = 5;
    private static final Set<String> EACH = WordSet.of("each");
    private static final Set<String> TIMES = WordSet.of("×", "x");
    private static final Set<String> SERVER = WordSet.of("dgx", "hgx");
    private static final Set<String> SERVERS =
            Words.words("nodes machines servers instances systems boxes node server machine");

    private Groups() {}

    /** First token of the product that ends in a count; the count itself when there is none. */
    static int first(Sentence sentence, int i) {
        int k = i - 1;
        boolean grouped = false;
        for (int n = 0; k >= 0 && n < BACK; k--, n++) {
            Token token = sentence.get(k);
            boolean apart =
                    token.is("(") && !sentence.get(k + 1).is("each") && sentence.after(i, EACH_BEHIND, EACH) < 0;
            if (apart || token.is("=")) {
                return i;
            }
            if (token.isNumber()) {
                boolean factor =
                        grouped && isFactor(token) && !sentence.get(k + 1).in(TimeRule.UNITS);
                return !factor ? i : isTimes(sentence, k - 1) && k > 1 && isFactor(sentence.get(k - 2)) ? k - 2 : k;
            }
            grouped |= token.in(GROUP) || token.in(TIMES);
            if (token.is(".") || token.is(";") || token.in(Words.TOKEN)) {
                return i;
            }
        }
        return i;
    }

    /** The product of the factors from the first to the count. */
    static double product(Sentence sentence, int first, int i) {
        double product = sentence.get(i).value();
        product *= first < i ? sentence.get(first).value() : 1;
        boolean three = first == i - 4 && isTimes(sentence, i - 1) && isTimes(sentence, i - 3);
        return three ? product * sentence.get(i - 2).value() : product;
    }

    private static boolean isFactor(Token token) {
        return token.isNumber()
                && token.value() % 1 == 0
                && token.value() >= 1
                && token.value() <= MOST
                && !token.glued();
    }

    private static boolean isTimes(Sentence sentence, int k) {
        return k > 0 && sentence.get(k).in(TIMES);
    }

    /** The chips of a slice written 16x16 or 8x8x4 at a number; 0 when it is not written so. */
    static double slice(Sentence sentence, int i) {
        String word = sentence.holds(i + 1) ? sentence.get(i + 1).word() : "";
        boolean glued = word.length() > 1
                && word.charAt(0) == 'x'
                && sentence.get(i).end() == sentence.get(i + 1).start();
        double product = glued ? sentence.get(i).value() : 0;
        int factor = 0;
        for (int k = 1; product > 0 && k < word.length(); k++) {
            char c = word.charAt(k);
            boolean next = c == 'x' && factor > 0;
            if ((!next && (c < '0' || c > '9')) || factor > MOST) {
                return 0;
            }
            product = next ? product * factor : product;
            factor = next ? 0 : factor * 10 + c - '0';
        }
        return product * factor;
    }

    /** Chips in each of so many whole servers: 8, in a DGX-2 16; 1 where none are named or the chips are counted themselves. */
    static double inServers(Sentence sentence, int i, int unit) {
        int server = sentence.after(i, unit - i, SERVER);
        boolean counted = server > 0 && sentence.after(unit, 9, SERVERS) > 0;
        boolean numbered = counted && sentence.get(i).value() > 1 && sentence.before(i, 3, SERVERS) < 0;
        boolean twice = numbered
                && sentence.holds(server + 2)
                && sentence.get(server + 2).value() == 2;
        return !numbered ? 1 : twice ? IN_A_DOUBLE_SERVER : IN_A_SERVER;
    }
}
