package org.computedivide.streams.rules.digest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.computedivide.avro.Compute;
import org.computedivide.avro.Correction;
import org.computedivide.avro.Member;
import org.computedivide.avro.Openness;
import org.computedivide.avro.Release;
import org.jspecify.annotations.Nullable;

/**
 * What was public at the beginning of a week and is told otherwise at its end: by more than 2 %, in a class, or as
 * another release. The first 24 hours of a release are enrichment and no error. A difference of two states by the same
 * methods, so it does not depend on when or in which order things arrived.
 */
final class Errata {

    private static final double TOLERANCE = 0.02;
    private static final Duration ENRICHMENT = Duration.ofHours(24);

    private final SortedMap<String, Release> now;
    private final Map<String, Release> byMember = new HashMap<>();
    private final Week week;
    private final List<Correction> corrections = new ArrayList<>();

    private Errata(SortedMap<String, Release> now, Week week) {
        this.now = now;
        this.week = week;
        now.values().forEach(release -> release.getMembers().forEach(member -> byMember.put(key(member), release)));
    }

    /** By name of the release, then field. */
    static List<Correction> between(SortedMap<String, Release> before, SortedMap<String, Release> now, Week week) {
        var errata = new Errata(now, week);
        Instant enriched = week.start().minus(ENRICHMENT);
        before.values().stream()
                .filter(release -> release.getFirstObservedAt().isBefore(enriched))
                .forEach(errata::compare);
        return errata.corrections.stream()
                .sorted(Comparator.comparing(Correction::getName)
                        .thenComparing(Correction::getFamilyId)
                        .thenComparing(Correction::getField))
                .toList();
    }

    private void compare(Release before) {
        Release after = now.get(before.getFamilyId());
        if (after == null) {
            gone(before);
        } else {
            compare(before, after);
        }
    }

    private void compare(Release before, Release after) {
        String why = isSourceChanged(before, after) ? "source-changed" : "better-evidence";
        if (isOtherCompute(before.getCompute(), after.getCompute())) {
            add(before, "compute", flop(before.getCompute()), flop(after.getCompute()), why, after);
        }
        differ(before, after, "affiliation", before.getAffiliation(), after.getAffiliation(), why);
        differ(before, after, "openness", weights(before.getOpenness()), weights(after.getOpenness()), why);
        differ(before, after, "publishedAt", day(before), day(after), why);
    }

    private void differ(Release before, Release after, String field, String from, String to, String why) {
        if (!from.equals(to)) {
            add(before, field, from, to, why, after);
        }
    }

    private void gone(Release before) {
        Optional<Release> taker = before.getMembers().stream()
                .map(member -> byMember.get(key(member)))
                .filter(Objects::nonNull)
                .findFirst();
        if (taker.isPresent()) {
            add(before, "family", before.getName(), taker.get().getName(), "merged", taker.get());
        } else {
            add(before, "state", "present", "withdrawn", "withdrawn", before);
        }
    }

    private void add(Release before, String field, String from, String to, String why, Release after) {
        corrections.add(Correction.newBuilder()
                .setId(before.getFamilyId() + " " + field + " " + week.label())
                .setFamilyId(before.getFamilyId())
                .setName(before.getName())
                .setField(field)
                .setFrom(from)
                .setTo(to)
                .setWhy(why)
                .setSentence(sentence(before, field, from, to, why))
                .setObservedAt(after.getChangedAt())
                .build());
    }

    private static String sentence(Release before, String field, String from, String to, String why) {
        return switch (why) {
            case "withdrawn" -> before.getName() + " is no longer counted: its sources withdrew it.";
            case "merged" -> before.getName() + " is now counted as part of " + to + ".";
            default -> before.getName() + ": " + words(field) + " was " + from + " and is now " + to + ".";
        };
    }

    private static String words(String field) {
        return switch (field) {
            case "compute" -> "training compute";
            case "publishedAt" -> "the date of publication";
            case "openness" -> "openness of the weights";
            default -> field;
        };
    }

    private static boolean isOtherCompute(@Nullable Compute before, @Nullable Compute after) {
        if (before == null || after == null) {
            return before != null || after != null;
        }
        double change = Math.abs(after.getValue() - before.getValue());
        return before.getImputed() != after.getImputed() || change > TOLERANCE * before.getValue();
    }

    /** A source that both rest on says something else than before. */
    private static boolean isSourceChanged(Release before, Release after) {
        var hashes = new HashMap<String, String>();
        after.getMembers().forEach(member -> hashes.put(key(member), member.getContentHash()));
        return before.getMembers().stream()
                .anyMatch(member -> !hashes.getOrDefault(key(member), member.getContentHash())
                        .equals(member.getContentHash()));
    }

    private static String flop(@Nullable Compute compute) {
        if (compute == null) {
            return "unknown";
        }
        return String.format(Locale.ROOT, "%.2e FLOP%s", compute.getValue(), compute.getImputed() ? " (imputed)" : "");
    }

    private static String weights(@Nullable Openness openness) {
        return openness == null ? "unknown" : openness.getWeights();
    }

    private static String day(Release release) {
        return Objects.requireNonNullElse(release.getPublishedDay(), "unknown");
    }

    private static String key(Member member) {
        return member.getSource() + "/" + member.getNativeId();
    }
}
