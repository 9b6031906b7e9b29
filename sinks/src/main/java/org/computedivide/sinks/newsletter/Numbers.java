package org.computedivide.sinks.newsletter;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as people in the field write them: {@code 3.3e24}, {@code 405B}, {@code 5.1 months}. */
final class Numbers {

    private static final String PERCENT = "\u00A0%";
    private static final double TRILLION = 1e12;
    private static final double BILLION = 1e9;
    private static final double MILLION = 1e6;
    private static final double THOUSAND = 1e3;

    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

    private Numbers() {}

    /** {@code 1,204}. */
    static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 3.3e24}, {@code 3e24}: two digits. */
    static String flop(double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(2, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        return rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }

    /** {@code 405B}, {@code 1.5T}, {@code 66M}: at most three digits. */
    static String size(double value) {
        double rounded = new BigDecimal(value).round(THREE_DIGITS).doubleValue();
        if (rounded >= TRILLION) {
            return digits(rounded / TRILLION, 3) + "T";
        }
        if (rounded >= BILLION) {
            return digits(rounded / BILLION, 3) + "B";
        }
        if (rounded >= MILLION) {
            return digits(rounded / MILLION, 3) + "M";
        }
        return rounded >= THOUSAND ? digits(rounded / THOUSAND, 3) + "k" : digits(rounded, 3);
    }

    /** {@code 62 %}, {@code 0.4 %} below one, {@code 99.6 %} near all, {@code <0.1 %} and {@code >99.9 %} at the ends. */
    static String percent(double fraction) {
        return percentage(fraction) + PERCENT;
    }

    /** {@code  (95–98 %)}, or nothing when the number is exact or both ends read the same. */
    static String percentInterval(@Nullable Double low, @Nullable Double high) {
        if (low == null || high == null || percentage(low).equals(percentage(high))) {
            return "";
        }
        return " (" + percentage(low) + "–" + percentage(high) + PERCENT + ")";
    }

    private static String percentage(double fraction) {
        double percent = fraction * 100;
        if (percent > 0 && percent < 0.1) {
            return "<0.1";
        }
        if (percent > 99.9 && percent < 100) {
            return ">99.9";
        }
        boolean fine = (percent > 0 && percent < 1) || (percent > 99 && percent < 100);
        return String.format(Locale.ROOT, fine ? "%.1f" : "%.0f", percent);
    }

    /** {@code  (1.1e24–9.9e24)}, or nothing when both ends read the same. */
    static String flopInterval(double low, double high) {
        return flop(low).equals(flop(high)) ? "" : " (" + flop(low) + "–" + flop(high) + ")";
    }

    /** {@code 5.1}, one decimal. */
    static String tenth(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** {@code 4.2}, {@code 17}, {@code 1,200}: a factor. */
    static String factor(double value) {
        return value < 10 ? digits(value, 2) : whole(Math.round(value));
    }

    /** {@code 1st}, {@code 2nd}, {@code 11th}. */
    static String rank(long number) {
        boolean teens = number % 100 >= 11 && number % 100 <= 13;
        return number + (teens ? "th" : suffix(number % 10));
    }

    private static String suffix(long lastDigit) {
        return switch ((int) lastDigit) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }

    private static String digits(double value, int digits) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
