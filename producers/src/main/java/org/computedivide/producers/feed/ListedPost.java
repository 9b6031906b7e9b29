package org.computedivide.producers.feed;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Seen;
import org.computedivide.producers.source.Hashes;
import org.computedivide.producers.source.Published;
import org.computedivide.producers.source.Texts;
import org.computedivide.producers.source.WrittenDates;
import org.jsoup.nodes.Element;

/**
 * A post as the list shows it.
 *
 * @param url of the post, its id too; empty when the list gives none
 * @param title empty when the list gives none
 * @param published as precisely as the list says
 * @param summary empty when the list gives none
 */
record ListedPost(String url, String title, Optional<Published> published, String summary) {

    private static final Duration STILL_MENDED = Duration.ofDays(7);

    static ListedPost read(Element post, URI page, IndexPage index, WrittenDates dates) {
        Optional<Element> link = first(post, index.link());
        String title = first(post, index.title())
                .or(() -> link)
                .map(Element::text)
                .map(Texts::oneLine)
                .orElse("");
        return new ListedPost(
                link.flatMap(element -> address(element.absUrl("href"))).orElse(""),
                title,
                first(post, index.date()).map(Selectors::dateIn).flatMap(dates::read),
                first(post, index.summary()).map(Texts::fromHtml).orElse(""));
    }

    private static Optional<Element> first(Element post, String selector) {
        return selector.isEmpty() ? Optional.empty() : Optional.ofNullable(post.selectFirst(selector));
    }

    /** Without what differs from visit to visit: fragment and tracking. */
    private static Optional<String> address(String link) {
        String whole = link.indexOf('#') < 0 ? link : link.substring(0, link.indexOf('#'));
        int question = whole.indexOf('?');
        String query = question < 0
                ? ""
                : Stream.of(whole.substring(question + 1).split("&", -1))
                        .filter(part -> !part.isEmpty() && !part.startsWith("utm_"))
                        .collect(Collectors.joining("&"));
        String path = question < 0 ? whole : whole.substring(0, question);
        try {
            URI address = URI.create(query.isEmpty() ? path : path + "?" + query);
            return Optional.of(address.toASCIIString())
                    .filter(text -> text.startsWith("http") && address.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the post lies on the site of its list, whose pages we know. */
    boolean isOnSite(URI list) {
        try {
            return host(URI.create(url)).equals(host(list));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String host(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    /** Changes when the list shows the post otherwise; and from day to day while it is young or could not be read. */
    String mark(Instant now, Optional<Seen> seen) {
        boolean young =
                published.map(time -> !time.isBefore(now.minus(STILL_MENDED))).orElse(false);
        boolean refused =
                seen.filter(before -> before.getState().equals("rejected")).isPresent();
        String shown = Hashes.sha256(
                        title + "\n" + published.map(Published::text).orElse("") + "\n" + summary)
                .substring(0, 16);
        return young || refused ? shown + " " + now.toString().substring(0, 10) : shown;
    }

    Observation observation(Lab lab, String intake) {
        return Observation.newBuilder()
                .setSource(lab.id())
                .setNativeId(url)
                .setForm("post")
                .setTier("maker")
                .setOrigin(lab.id())
                .setIntake(intake)
                .setUrl(url)
                .setTitle(title)
                .setPublishedAt(published.map(Published::text).orElse(null))
                .setLanguage(lab.language())
                .setOrganizations(List.of(lab.organization()))
                .setText(summary)
                .setLinks(List.of(url))
                .build();
    }
}
