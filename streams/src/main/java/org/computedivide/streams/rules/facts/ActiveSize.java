package org.computedivide.streams.rules.facts;

import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Token;

/**
 * Sizes inside the words of a name: the A3B of 30B-A3B and the A2.7B of MoE-A2.7B (active), the 7b of meditron7b, the 6p7b of
 * orion-6p7b.
 */
final class ActiveSize {

    private static final int LONGEST = 8;

    private ActiveSize() {}

    /** The active size that begins at a token; 0 when none does. */
    static double at(Sentence sentence, int i) {
        String word = sentence.get(i).word();
        if (isOne(word)) {
            return Double.parseDouble(word.substring(1, word.length() - 1)) * 1e9;
        }
        boolean begun = isLetterAndDigits(word) && word.charAt(0) == 'a';
        return begun && isFraction(sentence, i + 2)
                ? Double.parseDouble(word.substring(1) + "." + digits(sentence.written(i + 2))) * 1e9
                : 0;
    }

    /** The 7B of "A2.7B" and "E2.7B", which the tokenizer cuts off at the point. */
    static boolean isFraction(Sentence sentence, int i) {
        return sentence.holds(i)
                && i > 1
                && sentence.get(i).glued()
                && sentence.get(i).isNumber()
                && sentence.get(i).word().equals("b")
                && sentence.get(i - 1).is(".")
                && sentence.get(i - 2).end() == sentence.get(i - 1).start()
                && isLetterAndDigits(sentence.get(i - 2).word());
    }

    /** The a2 of "A2.7B", but not the gpt4 of "GPT4.1B". */
    private static boolean isLetterAndDigits(String word) {
        return word.length() > 1
                && word.length() < LONGEST
                && (word.charAt(0) == 'a' || word.charAt(0) == 'e')
                && digits(word.substring(1)).length() == word.length() - 1;
    }

    private static boolean isOne(String word) {
        int last = word.length() - 1;
        return last > 1
                && last < LONGEST
                && word.charAt(0) == 'a'
                && word.charAt(last) == 'b'
                && digits(word.substring(1)).length() == last - 1;
    }

    private static String digits(String word) {
        int end = 0;
        while (end < word.length() && word.charAt(end) >= '0' && word.charAt(end) <= '9') {
            end++;
        }
        return word.substring(0, end);
    }

    /** The size at the end of a word such as meditron7b or 6p7b; 0 when there is none. */
    static double inWord(Sentence sentence, int i) {
        Token token = sentence.get(i);
        String word = token.kind() == Token.Kind.WORD ? token.word() : "";
        int last = word.length() - 1;
        if (last < 2 || word.charAt(last) != 'b' || !Character.isDigit(word.charAt(last - 1))) {
            return 0;
        }
        return word.charAt(0) == 'p' && i > 0 ? withPoint(sentence.get(i - 1), token) : behindLetters(word);
    }

    /** "6p7b": the point is written as a letter. */
    private static double withPoint(Token whole, Token part) {
        String digits = digits(part.word().substring(1));
        boolean joined = whole.isNumber()
                && whole.word().isEmpty()
                && whole.end() == part.start()
                && digits.length() + 2 == part.word().length();
        return joined && digits.length() == 1 ? (whole.value() + Double.parseDouble(digits) / 10) * 1e9 : 0;
    }

    private static double behindLetters(String word) {
        int letters = 0;
        while (Character.isLetter(word.charAt(letters))) {
            letters++;
        }
        String size = digits(word.substring(letters));
        boolean sized = letters > 2 && size.length() < 4 && letters + size.length() + 1 == word.length();
        return sized ? Double.parseDouble(size) * 1e9 : 0;
    }
}
