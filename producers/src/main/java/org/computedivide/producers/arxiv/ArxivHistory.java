package org.computedivide.producers.arxiv;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.computedivide.producers.arxiv.Mentions.Mention;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.fetch.Request;
import org.computedivide.producers.source.Batch;
import org.computedivide.producers.source.History;
import org.computedivide.producers.source.Look;
import org.computedivide.producers.source.Positions;
import org.computedivide.producers.source.SourceInfo;
import org.computedivide.producers.source.Span;

/**
 * Papers that were listed or submitted between two days. The listing of OAI-PMH is by the day of the last change, so a
 * paper that has changed since its days is listed after them: the listing is read from the first day until today. What is
 * listed after the last day is taken when its number says that it may have been submitted in the span, and when it was; a
 * paper may be held for weeks before it is listed, so submissions of the 31 days before the span are taken as well.
 */
final class ArxivHistory implements History {

    private static final Duration LONGEST_HOLD = Duration.ofDays(31);

    private final ArxivSource source;
    private final Span span;

    ArxivHistory(ArxivSource source, Span span) {
        this.source = source;
        this.span = span;
    }

    /**
     * Where the history stands.
     *
     * @param set index of the set that is listed
     * @param until last day asked for; empty before the first page
     * @param token where the set goes on; empty at its start
     * @param day day of the last paper listed in the set; empty at its start
     * @param pending ids to look up; one with a tilde counts only when it was submitted in the span
     */
    record Position(int set, String until, String token, String day, List<String> pending) {

        static final Position FIRST = new Position(0, "", "", "", List.of());

        Position {
            pending = List.copyOf(pending);
        }

        Position pending(List<String> ids) {
            return new Position(set, until, token, day, ids);
        }
    }

    @Override
    public SourceInfo info() {
        return source.info();
    }

    @Override
    public double done(String json) {
        Position at = position(json);
        int sets = source.sets().size();
        if (at.set() >= sets) {
            return at.pending().isEmpty() ? 1 : 0.999;
        }
        return (at.set() + shareOfDays(at)) / sets;
    }

    private double shareOfDays(Position at) {
        if (at.day().isEmpty()) {
            return 0;
        }
        double all = ChronoUnit.DAYS.between(span.from(), LocalDate.parse(at.until())) + 1.0;
        return Math.min(1, (ChronoUnit.DAYS.between(span.from(), LocalDate.parse(at.day())) + 1) / all);
    }

    @Override
    public Optional<Request> next(Look look) {
        Position at = begun(look);
        if (!at.pending().isEmpty()) {
            return Optional.of(ArxivSource.lookup(ids(asked(at))));
        }
        return at.set() >= source.sets().size()
                ? Optional.empty()
                : Optional.of(source.listing(at.set(), span.from().toString(), at.until(), at.token()));
    }

    @Override
    public Reading<Batch> parse(Look look, Request request, Page page) {
        Position at = begun(look);
        return at.pending().isEmpty() ? listed(look, at, page) : lookedUp(look, at, page);
    }

    private Reading<Batch> listed(Look look, Position at, Page page) {
        return ArxivReader.then(Mentions.listing(page.text(), source.categorySets()), mentions -> {
            var pending = new LinkedHashSet<String>();
            for (Mention paper : mentions.papers()) {
                if (!paper.deleted() && ArxivReader.needsALook(look, paper)) {
                    wanted(paper).ifPresent(pending::add);
                }
            }
            Position next = goneOn(at, mentions).pending(List.copyOf(pending));
            return Reading.read(Batch.move(Positions.write(next)));
        });
    }

    private Optional<String> wanted(Mention paper) {
        if (paper.day().compareTo(span.to().toString()) <= 0) {
            return Optional.of(paper.id());
        }
        return ArxivEntry.month(paper.id())
                .filter(month ->
                        month.compareTo(monthOf(span.from().minus(LONGEST_HOLD.toDays(), ChronoUnit.DAYS))) >= 0)
                .filter(month -> month.compareTo(monthOf(span.to())) <= 0)
                .map(month -> "~" + paper.id());
    }

    private static String monthOf(LocalDate day) {
        return day.toString().substring(0, 7);
    }

    private static Position goneOn(Position at, Mentions mentions) {
        String day = mentions.papers().stream()
                .map(Mention::day)
                .max(String::compareTo)
                .orElse(at.day());
        if (mentions.expired()) {
            return new Position(at.set(), at.until(), "", "", at.pending());
        }
        return mentions.token().isEmpty()
                ? new Position(at.set() + 1, at.until(), "", "", at.pending())
                : new Position(at.set(), at.until(), mentions.token(), day, at.pending());
    }

    private Reading<Batch> lookedUp(Look look, Position at, Page page) {
        List<String> asked = asked(at);
        return ArxivReader.then(SearchPage.read(page.text(), 0, ArxivSource.LOOKUP), found -> {
            List<ArxivEntry> wanted = found.entries().stream()
                    .filter(entry -> !asked.contains("~" + entry.id) || isOfTheSpan(entry))
                    .toList();
            List<String> rest = at.pending().subList(asked.size(), at.pending().size());
            return Reading.read(ArxivReader.batch(look, wanted, List.of(), Positions.write(at.pending(rest))));
        });
    }

    private boolean isOfTheSpan(ArxivEntry entry) {
        return entry.submitted()
                .filter(at -> !at.isBefore(span.begin().minus(LONGEST_HOLD)) && at.isBefore(span.end()))
                .isPresent();
    }

    private static List<String> asked(Position at) {
        return at.pending().subList(0, Math.min(ArxivSource.LOOKUP, at.pending().size()));
    }

    private static List<String> ids(List<String> asked) {
        var ids = new ArrayList<String>();
        asked.forEach(id -> ids.add(id.replace("~", "")));
        return ids;
    }

    private static Position position(String json) {
        return Positions.read(json, Position.class, () -> Position.FIRST);
    }

    /** The last day is fixed when the first page is asked for, so that a day more does not lengthen the way. */
    private static Position begun(Look look) {
        Position at = position(look.position());
        return at.until().isEmpty()
                ? new Position(at.set(), ArxivSource.day(look.now()), at.token(), at.day(), at.pending())
                : at;
    }
}
