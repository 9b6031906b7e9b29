package org.computedivide.producers.feed;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.computedivide.avro.Rejected;
import org.computedivide.producers.fetch.Media;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.fetch.Request;
import org.computedivide.producers.source.Batch;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.Look;
import org.computedivide.producers.source.Rejects;
import org.computedivide.producers.source.Source;
import org.computedivide.producers.source.SourceInfo;

/**
 * The posts of a lab's feed. Posts from before the first start are left alone; a post without a date that stands in the
 * feed at the first look is taken as old. A post that leaves the feed is not withdrawn: feeds are short. A feed that had
 * posts and has none is not believed.
 */
final class FeedSource implements Source {

    private final Lab lab;
    private final SourceInfo info;

    /**
     * @param interval real time between two looks
     */
    FeedSource(Lab lab, Duration interval) {
        this.lab = lab;
        this.info = new SourceInfo(lab.id(), lab.name(), lab.url(), interval);
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public Optional<Request> next(Look look) {
        return PostPosition.of(look).isAsked(look) ? Optional.empty() : Optional.of(Request.page(lab.url(), Media.XML));
    }

    @Override
    public String unchanged(Look look, Request request) {
        return PostPosition.of(look).unchanged(look);
    }

    @Override
    public Reading<Batch> parse(Look look, Request request, Page page) {
        try {
            SyndFeed feed = new SyndFeedInput().build(new StringReader(page.text()));
            boolean emptied =
                    feed.getEntries().isEmpty() && PostPosition.of(look).posts() > 0;
            return emptied ? new Reading.PageChanged<>("item, entry") : Reading.read(read(look, feed));
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
        PostPosition at = PostPosition.of(look);
        var drafts = new LinkedHashMap<String, Draft>();
        var rejected = new ArrayList<Rejected>();
        for (SyndEntry entry : feed.getEntries()) {
            Post post = new Post(lab, entry);
            if (post.id().isEmpty()) {
                rejected.add(withoutId(post, look));
            } else if (at.isWanted(look, post.id(), post.published())) {
                drafts.putIfAbsent(post.id(), Draft.of(post.observation(at.intake(post.published()))));
            }
        }
        return new Batch(
                List.copyOf(drafts.values()),
                rejected,
                at.read(look, feed.getEntries().size()));
    }

    private Rejected withoutId(Post post, Look look) {
        return Rejects.of(
                lab.id(),
                lab.url().toString(),
                lab.url().toString(),
                "no-id",
                "a post has neither id nor link",
                post.title(),
                look.now());
    }
}
