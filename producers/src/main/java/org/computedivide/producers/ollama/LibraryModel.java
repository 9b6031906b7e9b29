package org.computedivide.producers.ollama;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Seen;
import org.computedivide.producers.fetch.Media;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.fetch.Request;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.Hashes;
import org.computedivide.producers.source.Published;
import org.computedivide.producers.source.Texts;
import org.computedivide.producers.source.WrittenDates;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A row of the library.
 *
 * @param name its id, for example llama3.1
 * @param description as written
 * @param capabilities such as tools, vision
 * @param sizes such as 8b, 70b
 * @param stamp when it was updated, in the site's words: one that changes whenever the model does
 * @param updated the same as a date
 */
record LibraryModel(
        String name,
        String description,
        List<String> capabilities,
        List<String> sizes,
        String stamp,
        Optional<Published> updated) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,95}");
    private static final WrittenDates DATES = WrittenDates.in("en");
    private static final String PATH = "/library/";

    /** The row; empty when it leads to no model. */
    static Optional<LibraryModel> read(Element row) {
        Element link = row.selectFirst("a[href*=" + PATH + "]");
        String href = link == null ? "" : link.attr("href");
        String name = href.substring(Math.max(0, href.lastIndexOf('/') + 1));
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        Element updated = row.selectFirst("[title]:has([x-test-updated])");
        String stamp = updated == null ? "" : updated.attr("title");
        return Optional.of(new LibraryModel(
                name,
                text(row.selectFirst("p")),
                row.select("[x-test-capability]").eachText(),
                row.select("[x-test-size]").eachText(),
                stamp,
                DATES.read(stamp)));
    }

    private static String text(@Nullable Element element) {
        return element == null ? "" : Texts.oneLine(element.text());
    }

    /** One that could not be read is asked for again another day. */
    Draft draft(Optional<Seen> seen, Instant now) {
        boolean refused =
                seen.filter(before -> before.getState().equals("rejected")).isPresent();
        String shown = Hashes.sha256(
                        String.join("\n", name, description, capabilities.toString(), sizes.toString(), stamp))
                .substring(0, 16);
        String mark = refused ? shown + " " + now.toString().substring(0, 10) : shown;
        return new Draft(observation(), 0, mark, List.of(new Draft.Part(tags(), this::withTags)));
    }

    private Request tags() {
        return Request.file(URI.create(OllamaSource.SITE + PATH + name + "/tags"), Media.HTML, OllamaSource.PAGE_BYTES);
    }

    private Observation observation() {
        return Observation.newBuilder()
                .setSource(OllamaSource.ID)
                .setNativeId(name)
                .setForm("product")
                .setTier("aggregator")
                .setOrigin(OllamaSource.ID)
                .setUrl(OllamaSource.SITE + PATH + name)
                .setTitle(name)
                .setCategories(capabilities)
                .setText(description)
                .setLinks(List.of(OllamaSource.SITE + PATH + name))
                .build();
    }

    private Reading<Observation> withTags(Observation observation, Optional<Page> page) {
        return page.map(answer -> TagsPage.into(observation, name, sizes, answer.text()))
                .orElseGet(() -> Reading.refused("other", "the model is listed, but its page of tags is not there"));
    }
}
