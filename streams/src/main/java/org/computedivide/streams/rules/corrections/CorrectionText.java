package org.computedivide.streams.rules.corrections;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.computedivide.avro.Correction;
import org.computedivide.avro.Release;
import org.computedivide.streams.rules.alerts.Standings;
import org.computedivide.streams.rules.identity.Hashes;

/** Corrections as people read them. */
final class CorrectionText {

    private static final Map<String, String> FIELDS = Map.of(
            "compute", "training compute",
            "parameters", "number of parameters",
            "affiliation", "affiliation",
            "weights", "class of its weights",
            "published", "day of publication");

    private static final Map<String, String> REASONS = Map.of(
            "source-changed", "because a source changed what it says",
            "better-evidence", "because more is known of it now",
            "withdrawn", "because a source was withdrawn");

    private CorrectionText() {}

    static Correction ofValue(Release before, Release now, Change change, String why, Instant at) {
        String sentence = "The " + FIELDS.get(change.field()) + " of " + now.getName() + " was given as "
                + change.from() + " and is now " + change.to() + ", " + REASONS.get(why) + ".";
        return correction(before, Optional.of(now), change, why, sentence, at)
                .setFamilyId(now.getFamilyId())
                .setName(now.getName())
                .build();
    }

    static Correction merged(Release before, Release into, Instant at) {
        var change = new Change("identity", before.getFamilyId(), into.getFamilyId());
        String sentence = before.getName() + " was shown as a release of its own and is now counted with "
                + into.getName() + ", because both proved to be one.";
        return correction(before, Optional.empty(), change, "merged", sentence, at)
                .build();
    }

    static Correction split(Release before, Release part, Instant at) {
        var change = new Change("identity", before.getFamilyId(), part.getFamilyId());
        String sentence = part.getName() + " was counted with " + before.getName()
                + " and is now a release of its own, because nothing joins them any more.";
        return correction(before, Optional.of(before), change, "split", sentence, at)
                .setMoved(Moves.between(Optional.empty(), Optional.of(part)))
                .build();
    }

    static Correction withdrawn(Release before, Instant at) {
        var change = new Change("identity", before.getFamilyId(), "none");
        String sentence =
                before.getName() + " is no longer counted, because what announced it was withdrawn or is no release.";
        return correction(before, Optional.empty(), change, "withdrawn", sentence, at)
                .build();
    }

    /** One correction for many: of methods that changed or tables that were loaded. */
    static Correction batch(String why, long releases, Instant at) {
        String cause = why.equals("methods-changed") ? "the methods changed" : "tables or older records were loaded";
        return Correction.newBuilder()
                .setId(Hashes.sha256("batch\n" + why + "\n" + at).substring(0, 16))
                .setField("releases")
                .setTo(releases + (releases == 1 ? " release" : " releases"))
                .setWhy(why)
                .setSentence(String.format(
                        Locale.ROOT,
                        "Published values of %d %s changed because %s.",
                        releases,
                        releases == 1 ? "release" : "releases",
                        cause))
                .setObservedAt(at)
                .build();
    }

    private static Correction.Builder correction(
            Release before, Optional<Release> now, Change change, String why, String sentence, Instant at) {
        String id = String.join("\n", before.getFamilyId(), change.field(), change.from(), change.to(), at.toString());
        return Correction.newBuilder()
                .setId(Hashes.sha256(id).substring(0, 16))
                .setFamilyId(before.getFamilyId())
                .setName(before.getName())
                .setField(change.field())
                .setFrom(change.from())
                .setTo(change.to())
                .setWhy(why)
                .setSentence(sentence)
                .setObservedAt(at)
                .setTouches(touches(before))
                .setMoved(Moves.between(Optional.of(before), now))
                .setWrongAlerts(wrongAlerts(before, now));
    }

    private static List<String> wrongAlerts(Release before, Optional<Release> now) {
        var above = new TreeSet<String>(Standings.above(before));
        now.map(Standings::above).ifPresent(above::removeAll);
        return List.copyOf(above);
    }

    /** The digest that may have told of it, and the year whose tallies count it. */
    private static List<String> touches(Release before) {
        LocalDate seen = before.getFirstObservedAt().atOffset(ZoneOffset.UTC).toLocalDate();
        String week = String.format(
                Locale.ROOT,
                "digest:%d-W%02d",
                seen.get(IsoFields.WEEK_BASED_YEAR),
                seen.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        String day = before.getPublishedDay();
        return day == null ? List.of(week) : List.of(week, "tallies:" + day.substring(0, 4));
    }
}
