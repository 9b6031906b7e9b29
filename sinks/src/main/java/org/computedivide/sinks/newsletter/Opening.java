package org.computedivide.sinks.newsletter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.computedivide.avro.Digest;
import org.computedivide.avro.DigestEntry;
import org.computedivide.avro.Point;

/** The first lines: the finding of the week, then what else it held. */
record Opening(Digest digest, Links links) {

    private static final int RECORD_RANKS = 10;

    /** Among fewer figures a place on record says nothing. */
    private static final int FEWEST = 100;

    /** What mattered most, by one fixed order: a record, else the largest run, else what nobody said, else quiet. */
    Prose headline() {
        Entries entries = Entries.of(digest);
        Optional<DigestEntry> largest =
                entries.since(Week.of(digest).newsFrom()).withCompute().stream().findFirst();
        if (largest.isPresent()) {
            return largest(largest.get());
        }
        if (!entries.withCompute().isEmpty()) {
            return late(entries.withCompute().get(0));
        }
        return Prose.of(
                entries.all().isEmpty() ? quiet() : undisclosed(entries.all().size()));
    }

    /** Counts of the week, with what could not be placed. */
    Prose standfirst() {
        Entries entries = Entries.of(digest);
        if (entries.all().isEmpty()) {
            return Prose.of(
                    digest.getObservations() == 0
                            ? "Read this letter as a gap in the record, not as a calm week."
                            : seen() + " None of it was a new release." + older());
        }
        return Prose.of(seen() + " " + makers(entries) + " " + disclosed(entries) + older());
    }

    private Prose largest(DigestEntry entry) {
        long rank = rank(entry);
        String flop = Numbers.flop(entry.getCompute().getValue()) + " FLOP";
        Prose who = Prose.EMPTY
                .link(Words.name(entry.getName()), links.release(entry.getFamilyId()))
                .and(entry.getOrganizations().isBlank() ? "" : " by " + Words.name(entry.getOrganizations()));
        if (digest.getPoints().size() < FEWEST || rank > RECORD_RANKS) {
            return who.and(" is the week’s largest training run that can be counted: " + flop + ".");
        }
        return rank == 1
                ? who.and(sure(entry) ? " is " : " is probably ")
                        .and("the largest training run on record: " + flop + ".")
                : who.and(" took " + flop + " to train, about the " + Numbers.rank(rank) + " largest run on record.");
    }

    /** Nothing of the week itself can be counted, but something that was published before and seen now. */
    private Prose late(DigestEntry entry) {
        return Prose.of("No run of the week can be counted; the largest that came to light is ")
                .link(Words.name(entry.getName()), links.release(entry.getFamilyId()))
                .and(" of " + entry.getPublishedAt().substring(0, 10) + ", with "
                        + Numbers.flop(entry.getCompute().getValue()) + " FLOP.");
    }

    /** Whether even the low end of its interval lies above every other figure. */
    private boolean sure(DigestEntry entry) {
        return others(entry).allMatch(compute -> compute < entry.getCompute().getLow());
    }

    /** Place among all releases with a compute figure published on or before it. */
    private long rank(DigestEntry entry) {
        return 1
                + others(entry)
                        .filter(compute -> compute > entry.getCompute().getValue())
                        .count();
    }

    private DoubleStream others(DigestEntry entry) {
        LocalDate day = Week.of(digest).to();
        return digest.getPoints().stream()
                .filter(point -> !LocalDate.parse(point.getDate()).isAfter(day))
                .filter(point -> !point.getFamilyId().equals(entry.getFamilyId()))
                .mapToDouble(Point::getCompute);
    }

    private String quiet() {
        return digest.getObservations() == 0
                ? "Nothing reached us this week."
                : "A quiet week: no new release at the places we watch.";
    }

    private static String undisclosed(int releases) {
        return releases == 1
                ? "One release this week, and it does not say enough to count what it took to train."
                : Words.count(releases, "release")
                        + " this week, and not one says enough to count what it took to train.";
    }

    private String seen() {
        int releases = digest.getEntries().size();
        String rest = digest.getDerivatives() == 0
                ? ""
                : " and "
                        + Words.count(
                                digest.getDerivatives(),
                                "fine-tune, quantization or merge",
                                "fine-tunes, quantizations and merges")
                        + " of known models";
        return "From " + Words.count(digest.getObservations(), "observation") + " came "
                + Words.count(releases, "release") + rest + ".";
    }

    private static String makers(Entries entries) {
        List<String> parts = new ArrayList<>();
        for (String type : Affiliations.ORDER) {
            long n = entries.by(type).size();
            if (n > 0 && !type.equals(Affiliations.UNKNOWN)) {
                parts.add(Numbers.whole(n) + (parts.isEmpty() ? comes(n) : "") + " from " + Affiliations.people(type));
            }
        }
        int unknown = entries.by(Affiliations.UNKNOWN).size();
        if (unknown > 0) {
            parts.add(
                    Numbers.whole(unknown) + (parts.isEmpty() ? comes(unknown) : "") + " from makers we cannot place");
        }
        return entries.all().size() == 1
                ? "It" + parts.get(0).substring(1) + "."
                : "Of the releases " + Words.list(parts) + ".";
    }

    private static String comes(long n) {
        return n == 1 ? " comes" : " come";
    }

    private static String disclosed(Entries entries) {
        int all = entries.all().size();
        int counted = entries.withCompute().size();
        int open = entries.downloadable().size();
        if (all == 1) {
            return "It says " + (counted == 1 ? "enough" : "too little") + " to count its training compute; "
                    + EntryCard.weights(entries.all().get(0).getWeights()) + ".";
        }
        return (counted == 0 ? "None" : Numbers.whole(counted)) + (counted > 1 ? " say" : " says")
                + " enough to count the training compute; "
                + (open == 0 ? "none comes" : Numbers.whole(open) + comes(open))
                + " with weights to download.";
    }

    private String older() {
        long older = digest.getOlderFinds();
        return older == 0
                ? ""
                : " " + Words.count(older, "older release") + " came to light as well and "
                        + (older == 1 ? "is" : "are") + " counted, not listed.";
    }
}
