package org.computedivide.producers.feed;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.computedivide.avro.Rejected;
import org.computedivide.producers.fetch.Media;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.fetch.Request;
import org.computedivide.producers.source.Batch;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.Look;
import org.computedivide.producers.source.Positions;
import org.computedivide.producers.source.Rejects;
import org.computedivide.producers.source.Source;
import org.computedivide.producers.source.SourceInfo;

/**
 * The posts of a lab's feed. Posts from before the first start are left alone; a post without a date that stands in the
 * feed at the first look is taken as old. A post that leaves the feed is not withdrawn: feeds are short.
 */
public final class FeedSource implements Source {

    private final Lab lab;
    private final SourceInfo info;

    /**
     * @param interval real time between two looks
     */
    public FeedSource(Lab lab, Duration interval) {
        this.lab = lab;
        this.info = new SourceInfo(lab.id(), lab.name(), lab.url(), interval);
    }

    /**
     * Where a feed stands.
     *
     * @param since posts before this instant are left alone
     * @param round the round in which it was last asked for
     * @param loaded whether it was read once
     */
    record FeedPosition(String since, long round, boolean loaded) {}

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public Optional<Request> next(Look look) {
        return position(look).round() == look.round()
                ? Optional.empty()
                : Optional.of(Request.page(lab.url(), Media.XML));
    }

    @Override
    public String unchanged(Look look, Request request) {
        FeedPosition at = position(look);
        return Positions.write(new FeedPosition(at.since(), look.round(), at.loaded()));
    }

    private static FeedPosition position(Look look) {
        return Positions.read(
                look.position(),
                FeedPosition.class,
                () -> new FeedPosition(look.since().toString(), 0, false));
    }

    @Override
    public Reading<Batch> parse(Look look, Request request, Page page) {
        try {
            SyndFeed feed = new SyndFeedInput().build(new StringReader(page.text()));
            return Reading.read(read(look, feed));
        } catch (FeedException e) {
            return Reading.refused("truncated", "the feed is not whole RSS or Atom: " + firstLine(e));
        } catch (IllegalArgumentException e) {
            return Reading.refused("wrong-type", "the answer is no RSS or Atom: " + firstLine(e));
        }
    }

    private static String firstLine(Exception problem) {
        return String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
    }

    private Batch read(Look look, SyndFeed feed) {
        FeedPosition at = position(look);
        var drafts = new LinkedHashMap<String, Draft>();
        var rejected = new ArrayList<Rejected>();
        for (SyndEntry entry : feed.getEntries()) {
            Post post = new Post(lab, entry);
            if (post.id().isEmpty()) {
                rejected.add(Rejects.of(
                        lab.id(),
                        lab.url().toString(),
                        lab.url().toString(),
                        "no-id",
                        "a post has neither id nor link",
                        post.title(),
                        look.now()));
            } else if (isWanted(look, at, post)) {
                drafts.putIfAbsent(post.id(), Draft.of(post.observation(intake(at, post))));
            }
        }
        String next = Positions.write(new FeedPosition(at.since(), look.round(), true));
        return new Batch(List.copyOf(drafts.values()), rejected, next);
    }

    private static boolean isWanted(Look look, FeedPosition at, Post post) {
        return look.seen().of(post.id()).isPresent()
                || post.published()
                        .map(time -> !time.isBefore(Instant.parse(at.since())))
                        .orElse(true);
    }

    private static String intake(FeedPosition at, Post post) {
        return !at.loaded() && post.published().isEmpty() ? "first-load" : "live";
    }

    static Optional<Instant> published(SyndEntry entry) {
        return Stream.of(Optional.ofNullable(entry.getPublishedDate()), Optional.ofNullable(entry.getUpdatedDate()))
                .flatMap(Optional::stream)
                .map(Date::toInstant)
                .findFirst();
    }
}
