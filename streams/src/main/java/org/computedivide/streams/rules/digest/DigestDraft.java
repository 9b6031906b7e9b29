package org.computedivide.streams.rules.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.computedivide.avro.Compute;
import org.computedivide.avro.Digest;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Release;
import org.computedivide.avro.Tally;
import org.computedivide.streams.rules.EvidenceReader;
import org.computedivide.streams.rules.Methods;
import org.computedivide.streams.rules.line.Line;

/**
 * The digest of one week, as a fold of observations in whatever order: what was known at its end, and beside it what
 * had been known at its beginning, for the errata. Made from the same observations it is the same bytes.
 *
 * <p>Not for several threads.
 */
public final class DigestDraft {

    private static final int LONGEST = 400;
    private static final int RECENT_DAYS = 60;
    private static final Set<String> DERIVATIVES = Set.of("finetune", "quantized", "adapter", "merge");
    private static final Set<String> WINDOWS = Set.of("7d", "30d", "365d");
    private static final Set<String> DIMENSIONS =
            Set.of("total", "affiliation", "openness", "domain", "tier", "affiliation×openness");

    private final Week week;
    private final Instant asOf;
    private final EvidenceReader reader = new EvidenceReader();
    private final Line before;
    private final Line now;
    private final Set<String> versions = new HashSet<>();

    private DigestDraft(Week week, Instant asOf) {
        this.week = week;
        this.asOf = asOf;
        this.before = Line.asOf(week.start());
        this.now = Line.asOf(asOf);
    }

    /** The digest that is written once, for ever. */
    public static DigestDraft of(Week week) {
        return new DigestDraft(week, week.end());
    }

    /** The digest as it would look by what was observed before a moment; marked as a preview before the week is over. */
    public static DigestDraft preview(Week week, Instant moment) {
        return new DigestDraft(week, moment.isBefore(week.end()) ? moment : week.end());
    }

    /** Takes one version of one observation; what was observed too late is left out. */
    public void accept(Observation observation) {
        Instant observedAt = observation.getObservedAt();
        if (!now.knows(observedAt)) {
            return;
        }
        if (week.contains(observedAt)) {
            versions.add(String.join(
                    " ",
                    observation.getSource() + "/" + observation.getNativeId(),
                    observedAt.toString(),
                    Long.toString(observation.getRevision()),
                    observation.getContentHash()));
        }
        Evidence evidence = reader.read(observation);
        now.accept(evidence);
        before.accept(evidence);
    }

    /** The digest of what has been taken so far. */
    public Digest digest() {
        List<Release> found = now.releases().values().stream()
                .filter(release -> week.contains(release.getFirstObservedAt()))
                .toList();
        List<Release> recent =
                found.stream().filter(DigestDraft::isRecent).sorted(ORDER).toList();
        LocalDate day = asOf.minusMillis(1).atOffset(ZoneOffset.UTC).toLocalDate();
        boolean preview = asOf.isBefore(week.end());
        return Digest.newBuilder()
                .setWeek(week.label())
                .setFrom(week.monday().toString())
                .setTo(week.sunday().toString())
                .setMadeAt(preview ? asOf : week.madeAt())
                .setPreview(preview)
                .setEntries(recent.stream().limit(LONGEST).map(Entries::of).toList())
                .setMoreEntries(Math.max(0, recent.size() - LONGEST))
                .setOlderFinds(found.size() - recent.size())
                .setDerivatives(derivatives())
                .setTallies(tallies(day))
                .setTrends(List.copyOf(now.trends(day).values()))
                .setPoints(ChartPoints.of(now.releases().values(), day))
                .setCorrections(Errata.between(before.releases(), now.releases(), week))
                .setObservations(versions.size())
                .setMethodsVersion(Methods.version())
                .build();
    }

    private static final Comparator<Release> ORDER = Comparator.comparingDouble(DigestDraft::counted)
            .reversed()
            .thenComparing(Release::getName)
            .thenComparing(Release::getFamilyId);

    /** What is imputed stands with what is unknown: it is a guess from size and date. */
    private static double counted(Release release) {
        Compute compute = release.getCompute();
        return compute == null || compute.getImputed() ? 0 : compute.getValue();
    }

    private static boolean isRecent(Release release) {
        String published = release.getPublishedDay();
        LocalDate found = release.getFirstObservedAt().atOffset(ZoneOffset.UTC).toLocalDate();
        return published != null && !LocalDate.parse(published).isBefore(found.minusDays(RECENT_DAYS));
    }

    private long derivatives() {
        return now.evidence()
                .filter(evidence -> DERIVATIVES.contains(evidence.getKind())
                        && evidence.getState().equals("present")
                        && week.contains(evidence.getFirstObservedAt()))
                .count();
    }

    private List<Tally> tallies(LocalDate day) {
        return now.tallies(day).values().stream()
                .filter(row -> WINDOWS.contains(row.getWindow()) && DIMENSIONS.contains(row.getDimension()))
                .toList();
    }
}
