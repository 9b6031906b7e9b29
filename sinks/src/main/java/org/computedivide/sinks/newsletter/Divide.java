package org.computedivide.sinks.newsletter;

import static org.computedivide.sinks.newsletter.Rows.ALL;
import static org.computedivide.sinks.newsletter.Rows.WITH_COMPUTE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.computedivide.avro.Digest;
import org.computedivide.avro.Tally;
import org.computedivide.avro.Trend;

/** What the week means for the divide: shares over a year, growth, openness, and how much nobody says. */
record Divide(Digest digest, Links links) {

    private static final String YEAR = "365d";
    private static final String AFFILIATION = "affiliation";
    private static final String OPENNESS = "openness";

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(List.of(new Block.Heading("What it means for the divide")));
        List<List<Prose>> table = table();
        List<Prose> findings = findings();
        if (table.isEmpty() && findings.isEmpty()) {
            blocks.add(new Block.Paragraph(
                    Prose.of("No tally reaches this week yet, so there is nothing to compare it with.")));
            return blocks;
        }
        disclosure().ifPresent(prose -> blocks.add(new Block.Paragraph(prose)));
        if (!findings.isEmpty()) {
            blocks.add(new Block.Bullets(findings));
        }
        if (!table.isEmpty()) {
            blocks.add(new Block.Table(
                    List.of("Who", "This week", "Releases in 365 days", "Share of them", "Share of counted compute"),
                    table));
            blocks.add(
                    new Block.Note(
                            Prose.of(
                                    "Days of publication up to "
                                            + Words.day(Week.of(digest).to())
                                            + ". The last 60 days are provisional: late entries are still to come. Shares of releases are among makers"
                                            + " that could be placed; shares of compute are of all compute that can be counted, with 90\u00A0% intervals.")));
        }
        return blocks;
    }

    /** Every share after this is of those who say something; so this comes first. */
    private Optional<Prose> disclosure() {
        return rows().tally("computeKnown", ALL, "total", ALL, YEAR).map(this::disclosure);
    }

    private Prose disclosure(Tally known) {
        Prose prose = Prose.of("Read every share of compute with this in mind: ")
                .and(rows().share(known))
                .and(" of the releases of the last 365 days say enough to count their training compute");
        return prose.and(
                known.getImputed() == 0
                        ? "."
                        : "; for another " + Numbers.whole(known.getImputed())
                                + " it could only be guessed from size and date, and such guesses enter no number here.");
    }

    private List<Prose> findings() {
        List<Prose> findings = new ArrayList<>();
        computeShare().ifPresent(findings::add);
        total().ifPresent(findings::add);
        findings.addAll(growth());
        openness().ifPresent(findings::add);
        return findings;
    }

    private Optional<Prose> computeShare() {
        Optional<Tally> industry = rows().tally("computeShare", WITH_COMPUTE, AFFILIATION, "industry", YEAR);
        Optional<Tally> academia = rows().tally("computeShare", WITH_COMPUTE, AFFILIATION, "academia", YEAR);
        return industry.map(tally -> Prose.of("Industry alone accounts for ")
                .and(rows().share(tally))
                .and(" of the counted compute of the last 365 days")
                .and(academia.map(other -> Prose.of(", academia alone for ").and(rows().share(other)))
                        .orElseGet(() -> Prose.of("; no release by academia alone can be counted")))
                .and("."));
    }

    private Optional<Prose> total() {
        return rows().tally("compute", WITH_COMPUTE, "total", ALL, YEAR)
                .map(tally -> Prose.of("Together the counted releases of the last 365 days took ")
                        .and(rows().flop(tally))
                        .and(" to train."));
    }

    private List<Prose> growth() {
        List<Prose> growth = new ArrayList<>();
        rows().records()
                .ifPresent(trend -> growth.add(growth(trend, "The compute of the ten largest runs of their day")));
        rows().trend("allWithComputeFrom2010")
                .ifPresent(trend -> growth.add(growth(trend, "Over all releases with a figure, compute")));
        return growth;
    }

    private Prose growth(Trend trend, String what) {
        return Prose.of(what + " doubles every ")
                .and(rows().doubling(trend))
                .and(
                        trend.getFrom().length() < 4
                                ? "."
                                : " since " + trend.getFrom().substring(0, 4) + ", "
                                        + Numbers.factor(trend.getGrowthPerYear()) + "× a year.");
    }

    private Optional<Prose> openness() {
        Optional<Tally> open = rows().tally("releaseShare", ALL, OPENNESS, "unrestricted", YEAR);
        Optional<Tally> compute = rows().tally("computeShare", WITH_COMPUTE, OPENNESS, "unrestricted", YEAR);
        return open.map(tally -> Prose.of("Weights without limits on use came with ")
                .and(rows().share(tally))
                .and(" of the releases of the last 365 days that say how open they are")
                .and(compute.map(share ->
                                Prose.of(", and with ").and(rows().share(share)).and(" of the counted compute"))
                        .orElse(Prose.EMPTY))
                .and("."));
    }

    private List<List<Prose>> table() {
        Entries entries = Entries.of(digest);
        List<List<Prose>> table = new ArrayList<>();
        for (String who : Affiliations.ORDER) {
            int week = entries.by(who).size();
            Optional<Tally> releases = rows().tally("releases", ALL, AFFILIATION, who, YEAR);
            if (week > 0 || releases.isPresent()) {
                table.add(List.of(
                        Prose.of(Affiliations.label(who)),
                        Prose.of(Numbers.whole(week)),
                        rows().count(releases),
                        rows().share(rows().tally("releaseShare", ALL, AFFILIATION, who, YEAR)),
                        rows().share(rows().tally("computeShare", WITH_COMPUTE, AFFILIATION, who, YEAR))));
            }
        }
        return digest.getTallies().isEmpty() ? List.of() : table;
    }

    private Rows rows() {
        return new Rows(digest, links);
    }
}
