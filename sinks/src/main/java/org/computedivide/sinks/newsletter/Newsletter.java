package org.computedivide.sinks.newsletter;

import java.util.List;
import java.util.stream.Stream;
import org.computedivide.avro.Digest;

/**
 * The letter of one week. A function of the digest and the links alone: the same digest gives the same bytes.
 *
 * @param digest the weekly aggregate
 * @param links where each number can be asked why
 */
public record Newsletter(Digest digest, Links links) {

    /** CommonMark with tables as GitHub writes them; the chart stands in it as inline SVG. */
    public String markdown() {
        return new Markdown().write(letter());
    }

    /** One self-contained HTML page: no script, no address is loaded, fit for a mail and for light and dark. */
    public String html() {
        return new Html().write(letter());
    }

    /** The headline alone, plain text on one line, for a subject line. */
    public String subject() {
        return new Opening(digest, links).headline().words();
    }

    private Letter letter() {
        Week week = Week.of(digest);
        Opening opening = new Opening(digest, links);
        List<Block> blocks = Stream.of(
                        new Released(digest, links).blocks(),
                        new Divide(digest, links).blocks(),
                        new ComputeOverTime(digest, links).blocks(),
                        new Errata(digest, links).blocks(),
                        new Colophon(digest, links).blocks())
                .flatMap(List::stream)
                .toList();
        return new Letter(week.title(), week.dates(), opening.headline(), opening.standfirst(), blocks);
    }
}
