package org.computedivide.sinks.newsletter;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.computedivide.avro.Digest;
import org.computedivide.avro.DigestEntry;
import org.jspecify.annotations.Nullable;

/** The releases of a week, looked at from different sides; always in one order. */
record Entries(List<DigestEntry> all) {

    private static final Set<String> DOWNLOADABLE = Set.of("unrestricted", "restricted-use", "non-commercial");

    private static final Comparator<DigestEntry> BY_COMPUTE =
            Comparator.comparingDouble(Entries::compute).reversed();

    /** Among those without a figure: what others build on first, then the larger. */
    private static final Comparator<DigestEntry> BY_ECHO = Comparator.comparingLong(DigestEntry::getDerivatives)
            .reversed()
            .thenComparing(Comparator.comparingDouble(Entries::parameters).reversed())
            .thenComparing(DigestEntry::getName)
            .thenComparing(DigestEntry::getFamilyId);

    Entries {
        all = all.stream().sorted(BY_COMPUTE.thenComparing(BY_ECHO)).toList();
    }

    static Entries of(Digest digest) {
        return new Entries(digest.getEntries());
    }

    /** Those whose compute counts: an imputed figure is shown nowhere among the others. */
    List<DigestEntry> withCompute() {
        return where(Entries::counted);
    }

    List<DigestEntry> downloadable() {
        return where(entry -> DOWNLOADABLE.contains(entry.getWeights()));
    }

    List<DigestEntry> by(String affiliation) {
        return where(entry -> Affiliations.known(entry.getAffiliation()).equals(affiliation));
    }

    List<DigestEntry> where(Predicate<DigestEntry> condition) {
        return all.stream().filter(condition).toList();
    }

    /** Those published from a given day on, or on a day that nobody knows. */
    Entries since(LocalDate day) {
        return new Entries(where(entry -> !isBefore(entry.getPublishedAt(), day)));
    }

    /** Those published before a given day. */
    Entries before(LocalDate day) {
        return new Entries(where(entry -> isBefore(entry.getPublishedAt(), day)));
    }

    private static boolean isBefore(@Nullable String published, LocalDate day) {
        return published != null
                && published.length() >= 10
                && published.substring(0, 10).compareTo(day.toString()) < 0;
    }

    static boolean counted(DigestEntry entry) {
        return compute(entry) > 0;
    }

    private static double compute(DigestEntry entry) {
        return entry.getCompute() == null || entry.getCompute().getImputed()
                ? 0
                : entry.getCompute().getValue();
    }

    private static double parameters(DigestEntry entry) {
        return entry.getParameters() == null ? 0 : entry.getParameters();
    }
}
