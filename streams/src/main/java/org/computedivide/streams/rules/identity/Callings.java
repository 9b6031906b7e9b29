package org.computedivide.streams.rules.identity;

import java.util.List;
import org.computedivide.avro.Evidence;
import org.computedivide.streams.rules.names.TitleName;

/**
 * Whether an observation without maker means a model that bears its name. By its name it can hang on a family, never
 * make or join one. What announces a model is believed sooner than what announces none: of the papers of a week dozens
 * have a model's name in the title and are about something else.
 */
final class Callings {

    private static final List<String> PAGES = List.of("paper", "post", "product");
    private static final long YEAR = 365;
    private static final long HALF_YEAR = 183;
    private static final long CLOSE = 14;
    private static final int UNUSUAL = 9;

    private Callings() {}

    /** Whether an observation that announces no release can hang by its name: a page with a telling one in the title. */
    static boolean hangs(Evidence support) {
        return isPage(support) && !Keys.hasMaker(support) && isTitled(support) && isTelling(support);
    }

    /**
     * Whether both are near enough in time to be about one model. A date that is not known is no objection to what
     * announces a model.
     */
    static boolean means(Evidence weak, Evidence made) {
        boolean release = weak.getRelease().equals("true");
        return Nearness.days(weak, made).map(days -> days <= within(weak)).orElse(release && isTitled(weak));
    }

    /** Days between them at most. One word can name two models ten years apart, and a plain word two of one month. */
    private static long within(Evidence weak) {
        if (!isTitled(weak) || !isTelling(weak)) {
            return CLOSE;
        }
        if (weak.getRelease().equals("true")) {
            return YEAR;
        }
        return TitleName.isOfReport(weak.getTitle()) ? HALF_YEAR : CLOSE;
    }

    private static boolean isPage(Evidence evidence) {
        return PAGES.contains(evidence.getForm());
    }

    /** Whether the name stands in the title and not only in the text. */
    private static boolean isTitled(Evidence evidence) {
        return !isPage(evidence)
                || (!evidence.getModelName().isEmpty() && evidence.getTitle().contains(evidence.getModelName()));
    }

    /** A number, a capital within a word, or length: two makers would hardly think of it both. */
    private static boolean isTelling(Evidence evidence) {
        String name = evidence.getModelName();
        return evidence.getFamily().length() >= UNUSUAL
                || name.chars().anyMatch(Character::isDigit)
                || hasCapitalWithin(name);
    }

    /** {@code GigaGAN}, {@code DD-PPO}. */
    private static boolean hasCapitalWithin(String written) {
        for (int i = 1; i < written.length(); i++) {
            if (Character.isUpperCase(written.charAt(i)) && Character.isLetter(written.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }
}
