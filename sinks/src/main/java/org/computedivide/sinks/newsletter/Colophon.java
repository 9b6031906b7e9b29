package org.computedivide.sinks.newsletter;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import org.computedivide.avro.Digest;

/** How the numbers are made, and how to cite them. */
record Colophon(Digest digest, Links links) {

    List<Block> blocks() {
        return List.of(
                new Block.Heading("How these numbers are made"),
                new Block.Paragraph(
                        Prose.of("A letter covers what was first seen in an ISO week (UTC) and published at most 60"
                                + " days before. Training compute is in FLOP, a multiply-add counted as two, with a 90\u00A0% interval; it is"
                                + " what the maker states, else a curated figure, else computed from parameters and tokens or from chips"
                                + " and hours. Unknown is a value: a missing figure is not zero and a missing licence is not “closed”."
                                + " Every linked number leads to the row, the method and the words behind it.")),
                new Block.Paragraph(Prose.of("This letter was made once, on " + madeAt() + ", with methods ")
                        .code(digest.getMethodsVersion())
                        .and(" and is not changed afterwards; what turns out wrong is corrected in a later one.")),
                new Block.Note(Prose.of("Cite as: Compute Divide Monitor, "
                                + Week.of(digest).title() + " ("
                                + Week.of(digest).dates() + "), methods " + digest.getMethodsVersion() + ", ")
                        .link(links.page().toASCIIString(), links.page())
                        .and(". History before the live sources: Epoch AI, “Data on AI Models”, ")
                        .link("epoch.ai", URI.create("https://epoch.ai/data/ai-models"))
                        .and(", CC BY 4.0.")));
    }

    private String madeAt() {
        return Words.day(digest.getMadeAt().atZone(ZoneOffset.UTC).toLocalDate());
    }
}
