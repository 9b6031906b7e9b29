package org.computedivide.streams.rules.openness;

import java.util.regex.Pattern;

/**
 * Whether a sentence with a word for openness says that a model is given, and not that data or a tool is, or that there
 * are open models to which one is compared or from which one is made.
 */
final class OpenedModel {

    private static final String MODEL = "\\b(?:models?|weights|checkpoints?|llms?|vlms?|parameters)\\b";
    private static final String OTHER =
            "\\b(?:data|data-?sets?|corpus|corpora|benchmarks?|packages?|toolkits?|tools?|librar(?:y|ies)|frameworks?|platforms?|suites?|simulators?|videos?)\\b";
    private static final String GOAL = "\\bto\\b";
    private static final String OPENED = "\\b(?:open-?\\s?sourc(?:e|ed|ing)|releas(?:e|es|ed|ing))\\b";

    private static final Pattern IN_GENERAL = Pattern.compile(
            "\\b(?:other|existing|current|leading|than|over|outperform\\w{0,4}|comparable|compar\\w{1,5}|against|baselines?|most|many|several|various|popular|among|amongst|previous|based on|using|used|uses|across|from|on|recent|larger|between|and closed|both|proprietary and|for|multiple|two|three|four|five|six|seven|eight|nine|ten|\\d{1,4}) (?:[\\w.-]{1,30} ){0,3}(?:open-?\\s?sourced?|open[- ]weights?|publicly available|freely available) (?:[\\w.-]{1,30} ){0,3}"
                    + MODEL,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFORE_MODEL = Pattern.compile(
            "(?:" + OPENED + "|\\b(?:open[- ]weights?|publicly (?:available|released?)|freely available)\\b)(?:(?!"
                    + OTHER + "|" + GOAL + ").){0,60}?" + MODEL,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AMONG_OTHERS = Pattern.compile(
            OPENED + " .{0,80}\\b(?:weights|checkpoints|(?:and|,|trained|our|the) models?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BEHIND_MODEL = Pattern.compile(
            MODEL
                    + ".{0,60}?\\b(?:(?:is|are|been|were|made|fully|both|now|be) (?:\\w{1,20} ){0,2}(?:open|publicly|freely|available|released)|publicly|freely|available (?:at|on|here|in)|(?:suitable|free|allowed|licen[cs]ed|available|permitted) for|including for)",
            Pattern.CASE_INSENSITIVE);

    private OpenedModel() {}

    static boolean isSaidIn(String sentence) {
        String special = IN_GENERAL.matcher(sentence).replaceAll(" ");
        return BEFORE_MODEL.matcher(special).find()
                || AMONG_OTHERS.matcher(special).find()
                || BEHIND_MODEL.matcher(special).find();
    }
}
