package org.computedivide.producers.line;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.computedivide.avro.Validator;
import org.computedivide.producers.fetch.Failure;
import org.computedivide.producers.fetch.Fetcher;
import org.computedivide.producers.fetch.Media;
import org.computedivide.producers.fetch.Outcome;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Proof;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.fetch.Request;

/**
 * Makes sure that a plain text came whole. XML, JSON and HTML show their end; a text that is cut, or empty, looks like
 * any other. Where its ETag does not prove it, it is asked for again until several answers agree, with its own ETag, so
 * that one that agrees is a few bytes. Of two answers of which one begins the other, the shorter one was cut.
 */
final class Confirmation {

    private static final int AGREEING = 4;
    private static final int AGREEING_IN_DOUBT = 7;
    private static final int MOST_LOOKS = 24;

    private final Fetcher fetcher;
    private final Request request;
    private final Function<Page, Reading<Page>> reader;
    private final Map<String, Answer> answers = new LinkedHashMap<>();

    private record Answer(Page page, Validator validator, int count) {}

    Confirmation(Fetcher fetcher, Request request, Function<Page, Reading<Page>> reader) {
        this.fetcher = fetcher;
        this.request = request;
        this.reader = reader;
    }

    /** The page as often as it takes to be sure of it, or what kept us from being sure. */
    Outcome<Page> fetch() throws InterruptedException {
        Outcome<Page> outcome = fetcher.fetch(request, Optional.empty(), reader);
        for (int looks = 1; looks <= MOST_LOOKS; looks++) {
            if (outcome instanceof Outcome.Read<Page> read) {
                note(read.value(), read.validator());
            } else if (outcome instanceof Outcome.Unchanged<Page>) {
                note(best().page(), best().validator());
            } else {
                return outcome;
            }
            if (isSure(best())) {
                return new Outcome.Read<>(best().page(), best().validator());
            }
            outcome = fetcher.fetch(request, Optional.of(best().validator()), reader);
        }
        return new Outcome.Failed<>(
                Failure.failing("truncated", request.uri() + " answers now one thing and now another"));
    }

    private void note(Page page, Validator validator) {
        answers.merge(
                page.text(), new Answer(page, validator, 1), (a, b) -> new Answer(page, validator, a.count() + 1));
    }

    private boolean isSure(Answer answer) {
        if (request.media() != Media.TEXT || Proof.isWhole(answer.page())) {
            return true;
        }
        boolean inDoubt = answers.size() > 1 || fetcher.isDoubtful(request.uri());
        return answer.count() >= (inDoubt ? AGREEING_IN_DOUBT : AGREEING);
    }

    /** The answer that came most often among those that are not the beginning of another. */
    private Answer best() {
        return answers.values().stream()
                .filter(answer -> answers.keySet().stream().noneMatch(longer -> isBeginning(answer, longer)))
                .reduce((a, b) -> b.count() > a.count() ? b : a)
                .orElseThrow();
    }

    private static boolean isBeginning(Answer answer, String longer) {
        String text = answer.page().text();
        return longer.length() > text.length() && longer.startsWith(text);
    }
}
