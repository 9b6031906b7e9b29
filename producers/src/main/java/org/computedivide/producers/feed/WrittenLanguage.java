package org.computedivide.producers.feed;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.function.Predicate;

/** The language that titles are written in, where their script tells it; what a feed states is often the default of its maker. */
final class WrittenLanguage {

    /** Names of models and companies stay in Latin letters. */
    private static final double SHARE = 0.2;

    private WrittenLanguage() {}

    /** BCP 47: zh, ja or ko where the script says so, else what the feed states. */
    static String of(List<String> titles, String stated) {
        if (isIn(titles, script -> script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA)) {
            return "ja";
        }
        if (isIn(titles, script -> script == UnicodeScript.HANGUL)) {
            return "ko";
        }
        boolean han = isIn(titles, script -> script == UnicodeScript.HAN);
        return han && !stated.equals("ja") ? "zh" : stated;
    }

    private static boolean isIn(List<String> titles, Predicate<UnicodeScript> script) {
        String words = String.join("", titles);
        long letters = words.codePoints().filter(Character::isLetter).count();
        long found = words.codePoints()
                .filter(Character::isLetter)
                .filter(letter -> script.test(UnicodeScript.of(letter)))
                .count();
        return found > SHARE * letters;
    }
}
