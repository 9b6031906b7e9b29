package org.computedivide.streams.rules.claim;

import java.util.regex.Pattern;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.text.Phrase;

/**
 * Whether a text says of its own subject that it is the state of the art: it reaches, sets or beats it. To compare oneself
 * with the state of the art, or to come near it, is no such claim.
 */
public final class StateOfTheArt {

    /** Flag of evidence that claims it. */
    public static final String FLAG = "claims-state-of-the-art";

    private static final int READ = 6_000;
    private static final int BEFORE = 90;

    private static final Phrase ART = Phrase.ignoringCase("state[- ]of[- ]the[- ]art|\\bSOTA\\b|最先进");
    /** What one does with it, or the words by which one calls oneself so. */
    private static final Pattern CLAIMED = Pattern.compile(
            "\\b(?:achiev|reach|set|establish|attain|obtain|deliver|demonstrat|yield|push|advanc|exhibit|defin|redefin)\\w{0,5}\\b"
                    + "|\\b(?:an?|our|new|is the|are the|are)\\s(?:new |current |overall )?$|达到|取得|刷新|实现",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MODEST = Pattern.compile(
            "\\b(?:comparable|competitive|compar\\w{2,5}|closer?|near(?:ly|ing)?|approach\\w{0,3}|par|rival\\w{0,3}|match\\w{0,3}|against|than"
                    + "|unlike|not|fails?|without|behind|although|while|existing|other|many|most|recent|despite)\\b[^.;]{0,60}$|接近|相当|媲美",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BEATEN = Pattern.compile(
            "\\b(?:outperform|surpass|exceed|beat|improv)\\w{0,5}\\b[^.;]{0,60}$"
                    + "|\\b(?:better|higher|stronger|superior)\\b[^.;]{0,40}\\b(?:than|to)\\b[^.;]{0,40}$|超越|超过",
            Pattern.CASE_INSENSITIVE);

    private StateOfTheArt() {}

    /** Reads the title and the first 6,000 characters of the text. */
    public static boolean isClaimed(Observation observation) {
        String text = observation.getText();
        return isClaimed(observation.getTitle()) || isClaimed(text.substring(0, Math.min(text.length(), READ)));
    }

    private static boolean isClaimed(String text) {
        Phrase.Search art = ART.matcher(text);
        while (art.find()) {
            String before = sentenceBefore(text, art.start());
            boolean beaten = BEATEN.matcher(before).find();
            if (beaten
                    || (CLAIMED.matcher(before).find()
                            && !MODEST.matcher(before).find())) {
                return true;
            }
        }
        return false;
    }

    private static String sentenceBefore(String text, int end) {
        int from = Math.max(0, end - BEFORE);
        for (int i = end - 1; i > from; i--) {
            char c = text.charAt(i);
            if (c == '。' || c == '\n' || (c == ' ' && ".!?;".indexOf(text.charAt(i - 1)) >= 0)) {
                return text.substring(i + 1, end);
            }
        }
        return text.substring(from, end);
    }
}
