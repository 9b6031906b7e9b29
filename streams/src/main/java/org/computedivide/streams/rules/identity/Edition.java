package org.computedivide.streams.rules.identity;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.computedivide.avro.Evidence;
import org.computedivide.streams.rules.names.NameMarks;

/**
 * Which edition of a model an observation speaks of: Phi 3 of April or Phi 3.5 of August. Reports are written on and
 * release notes grow, so one address can belong to several.
 *
 * @param letters words of the name without spelling
 * @param number the version, when the name has exactly one and it is small; else empty
 * @param day when it was published, as far as is known
 */
record Edition(String letters, String number, Optional<LocalDate> day) {

    private static final int LARGEST_VERSION = 20;
    private static final long APART_DAYS = 30;

    static Edition of(Evidence evidence) {
        NameMarks name = NameMarks.of(evidence.getModelName());
        return new Edition(name.letters(), version(name.numbers()), PublicationDate.day(evidence.getPublishedAt()));
    }

    /** A depth (ResNet-50) or a number of units is no version; several numbers are none that we understand. */
    private static String version(List<String> numbers) {
        String only = numbers.size() == 1 ? numbers.get(0) : "";
        int point = only.indexOf('.');
        String whole = point < 0 ? only : only.substring(0, point);
        boolean small = !whole.isEmpty() && whole.length() <= 2 && Integer.parseInt(whole) < LARGEST_VERSION;
        return small ? only : "";
    }

    /** Whether both are versions of one line, not the same and not of one time. */
    boolean isOtherThan(Edition other) {
        return !letters.isEmpty()
                && letters.equals(other.letters)
                && !number.isEmpty()
                && !other.number.isEmpty()
                && !number.equals(other.number)
                && day.isPresent()
                && other.day.isPresent()
                && Math.abs(ChronoUnit.DAYS.between(day.get(), other.day.get())) > APART_DAYS;
    }

    /** The name with its version; empty without one. */
    String named() {
        return number.isEmpty() ? "" : letters + "-" + number;
    }
}
