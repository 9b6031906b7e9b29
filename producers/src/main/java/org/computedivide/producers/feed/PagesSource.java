package org.computedivide.producers.feed;

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
import org.computedivide.producers.source.WrittenDates;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * The posts that a lab lists on a page. A post's own page is fetched when the list shows it for the first time or
 * otherwise than before, and once a day in its first week, when posts are still mended. A post that leaves the list is
 * not withdrawn; a page without the elements that it always had is an alarm.
 */
final class PagesSource implements Source {

    static final int PAGE_BYTES = 8 << 20;

    private final Lab lab;
    private final IndexPage index;
    private final SourceInfo info;
    private final WrittenDates dates;

    /**
     * @param interval real time between two looks
     */
    PagesSource(Lab lab, IndexPage index, Duration interval) {
        this.lab = lab;
        this.index = index;
        this.info = new SourceInfo(lab.id(), lab.name(), lab.url(), interval);
        this.dates = WrittenDates.in(lab.language());
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public Optional<Request> next(Look look) {
        return PostPosition.of(look).isAsked(look)
                ? Optional.empty()
                : Optional.of(new Request(lab.url(), Media.HTML, true, PAGE_BYTES));
    }

    @Override
    public String unchanged(Look look, Request request) {
        return PostPosition.of(look).unchanged(look);
    }

    @Override
    public Reading<Batch> parse(Look look, Request request, Page page) {
        if (!page.text().contains(index.end())) {
            return Reading.refused("truncated", "the page ends before " + index.end());
        }
        Elements posts = Jsoup.parse(page.text(), lab.url().toString()).select(index.posts());
        List<ListedPost> listed = posts.stream().map(this::listed).toList();
        return listed.stream()
                        .allMatch(post -> post.url().isEmpty() || post.title().isEmpty())
                ? new Reading.PageChanged<>(lost(listed))
                : Reading.read(batch(look, listed));
    }

    private ListedPost listed(Element post) {
        return ListedPost.read(post, lab.url(), index, dates);
    }

    /** The first selector that finds nothing any more. */
    private String lost(List<ListedPost> listed) {
        if (listed.isEmpty()) {
            return index.posts();
        }
        boolean linked = listed.stream().anyMatch(post -> !post.url().isEmpty());
        return index.posts() + " " + (linked ? index.title() : index.link());
    }

    private Batch batch(Look look, List<ListedPost> listed) {
        PostPosition at = PostPosition.of(look);
        var drafts = new LinkedHashMap<String, Draft>();
        var rejected = new ArrayList<Rejected>();
        for (ListedPost post : listed) {
            if (post.url().isEmpty() || post.title().isEmpty()) {
                rejected.add(withoutId(post, look));
            } else if (at.isWanted(look, post.url(), post.published())) {
                drafts.putIfAbsent(post.url(), draft(look, at, post));
            }
        }
        return new Batch(List.copyOf(drafts.values()), rejected, at.read(look, listed.size()));
    }

    private Draft draft(Look look, PostPosition at, ListedPost post) {
        var article = lab.article();
        var observation = post.observation(lab, at.intake(post.published()));
        if (article == null || !post.isOnSite(lab.url())) {
            return Draft.of(observation);
        }
        var page = new Article(lab, article, dates, post);
        return new Draft(observation, 0, post.mark(look.now(), look.seen().of(post.url())), List.of(page.part()));
    }

    private Rejected withoutId(ListedPost post, Look look) {
        return Rejects.of(
                lab.id(),
                post.url().isEmpty() ? lab.url().toString() : post.url(),
                lab.url().toString(),
                "no-id",
                "a listed post has no link or no title",
                post.title(),
                look.now());
    }
}
