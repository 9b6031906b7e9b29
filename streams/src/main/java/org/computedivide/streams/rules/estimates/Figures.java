package org.computedivide.streams.rules.estimates;

import java.util.Locale;

/** Numbers as the arithmetic shows them: 37B, 14.8T, 2.788M, 3.3e24. */
final class Figures {

    private Figures() {}

    static String count(double value) {
        if (value >= 1e12) {
            return plain(value / 1e12) + "T";
        }
        if (value >= 1e9) {
            return plain(value / 1e9) + "B";
        }
        if (value >= 1e6) {
            return plain(value / 1e6) + "M";
        }
        return plain(value);
    }

    static String flop(double value) {
        return value > 0 ? String.format(Locale.ROOT, "%.1e", value).replace("e+", "e") : "0";
    }

    static String plain(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    }
}
