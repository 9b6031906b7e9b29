package org.computedivide.streams.rules.corrections;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.computedivide.avro.Correction;
import org.computedivide.avro.Member;
import org.computedivide.avro.Release;
import org.computedivide.streams.rules.identity.Shelf;

/**
 * Says what was published and has changed (DECISIONS 22). The first 24 hours of a release are enrichment. After that a
 * value that moves by more than 2 %, another class, or another identity is a correction; many at once, from a table or
 * from new methods, are counted for one correction together.
 */
public final class CorrectionDesk {

    private static final Duration ENRICHMENT = Duration.ofHours(24);
    private static final Set<String> SINGLE = Set.of("live", "operator");
    private static final String HEIR = "heir\0";

    /** What follows from one change: corrections to send, and the reason of a change that belongs to a batch. */
    public record Outcome(List<Correction> corrections, Optional<String> batch) {

        static final Outcome NOTHING = new Outcome(List.of(), Optional.empty());

        public Outcome {
            corrections = List.copyOf(corrections);
        }

        static Outcome of(Correction correction) {
            return new Outcome(List.of(correction), Optional.empty());
        }
    }

    private final Shelf<Release> pictures;
    private final Shelf<String> homes;

    /**
     * @param pictures the last published picture of each release, by family id
     * @param homes the family of each member, and who took over from a family, should that end next
     */
    public CorrectionDesk(Shelf<Release> pictures, Shelf<String> homes) {
        this.pictures = pictures;
        this.homes = homes;
    }

    /** A release is new or has changed. */
    public Outcome changed(Release now, Instant at) {
        Optional<Release> own = pictures.get(now.getFamilyId());
        Outcome outcome = own.map(before -> compare(before, now, at)).orElseGet(() -> begin(now, at));
        pictures.put(now.getFamilyId(), now);
        homes.remove(HEIR + now.getFamilyId());
        Corrections.keys(now).forEach(member -> homes.put(member, now.getFamilyId()));
        return outcome;
    }

    /** A release ended; where its members went has been told before. */
    public Outcome ended(String familyId, Instant at) {
        Optional<Release> before = pictures.get(familyId);
        boolean told = homes.get(HEIR + familyId).isPresent();
        Outcome outcome = told
                ? Outcome.NOTHING
                : before.map(picture -> leave(picture, at)).orElse(Outcome.NOTHING);
        pictures.remove(familyId);
        homes.remove(HEIR + familyId);
        before.ifPresent(picture -> Corrections.keys(picture).stream()
                .filter(member -> homes.get(member).map(familyId::equals).orElse(false))
                .forEach(homes::remove));
        return outcome;
    }

    /** One correction that stands for many. */
    public static Correction batch(String why, long releases, Instant at) {
        return CorrectionText.batch(why, releases, at);
    }

    private Outcome begin(Release now, Instant at) {
        return mostCommonHome(now)
                .map(before -> Corrections.keys(now).containsAll(Corrections.keys(before))
                        ? rename(before, now, at)
                        : split(before, now, at))
                .orElse(Outcome.NOTHING);
    }

    private Outcome rename(Release before, Release now, Instant at) {
        homes.put(HEIR + before.getFamilyId(), now.getFamilyId());
        return compare(before, now, at);
    }

    private Outcome split(Release before, Release part, Instant at) {
        homes.put(HEIR + before.getFamilyId(), part.getFamilyId());
        return isPublished(before, at) ? Outcome.of(CorrectionText.split(before, part, at)) : Outcome.NOTHING;
    }

    private Outcome leave(Release before, Instant at) {
        if (!isPublished(before, at)) {
            return Outcome.NOTHING;
        }
        Optional<Release> into = mostCommonHome(before);
        if (into.isEmpty()) {
            return Outcome.of(Corrections.gone(before, into, at));
        }
        List<Member> news = into.get().getMembers().stream()
                .filter(member -> member.getObservedAt().equals(at))
                .toList();
        boolean bulk = isBulk(news);
        return bulk ? new Outcome(List.of(), Optional.of("bulk-load")) : Outcome.of(Corrections.gone(before, into, at));
    }

    private static Outcome compare(Release before, Release now, Instant at) {
        List<Correction> corrections = isPublished(before, at) ? Corrections.between(before, now, at) : List.of();
        if (corrections.isEmpty()) {
            return Outcome.NOTHING;
        }
        Optional<String> batch = batchReason(before, now);
        return batch.isPresent() ? new Outcome(List.of(), batch) : new Outcome(corrections, Optional.empty());
    }

    private static Optional<String> batchReason(Release before, Release now) {
        if (!before.getMethodsVersion().equals(now.getMethodsVersion())) {
            return Optional.of("methods-changed");
        }
        return isBulk(Corrections.news(before, now)) ? Optional.of("bulk-load") : Optional.empty();
    }

    private static boolean isBulk(List<Member> news) {
        return !news.isEmpty() && news.stream().noneMatch(member -> SINGLE.contains(member.getIntake()));
    }

    private static boolean isPublished(Release before, Instant at) {
        return !at.isBefore(before.getFirstObservedAt().plus(ENRICHMENT));
    }

    /** The picture of the other family that most of these members were last seen in. */
    private Optional<Release> mostCommonHome(Release release) {
        var votes = new TreeMap<String, Integer>();
        Corrections.keys(release)
                .forEach(member -> homes.get(member)
                        .filter(home -> !home.equals(release.getFamilyId()))
                        .ifPresent(home -> votes.merge(home, 1, Integer::sum)));
        return votes.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .flatMap(home -> pictures.get(home.getKey()));
    }
}
