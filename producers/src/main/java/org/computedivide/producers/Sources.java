package org.computedivide.producers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.computedivide.avro.Observation;
import org.computedivide.producers.arxiv.ArxivSource;
import org.computedivide.producers.arxiv.PaperPages;
import org.computedivide.producers.feed.Lab;
import org.computedivide.producers.fetch.Mirror;
import org.computedivide.producers.hub.HubSource;
import org.computedivide.producers.ollama.OllamaSource;
import org.computedivide.producers.openrouter.OpenRouterSource;
import org.computedivide.producers.papers.PapersSource;
import org.computedivide.producers.source.Source;
import org.computedivide.producers.source.SourceInfo;
import org.computedivide.producers.source.Span;
import org.computedivide.producers.table.TableSource;

/** The sources that there are. */
public final class Sources {

    private Sources() {}

    /** What is known of every configured source, by id. */
    public static List<SourceInfo> list(ProducersSettings settings) {
        return configured(settings, Sources::never).stream().map(Source::info).toList();
    }

    /**
     * @throws IllegalArgumentException when the settings name a source that there is not
     */
    static List<Source> configured(ProducersSettings settings, Predicate<Observation> announcesModel) {
        List<Source> all = all(settings, announcesModel);
        Set<String> unknown = new TreeSet<>(settings.sources());
        all.forEach(source -> unknown.remove(source.info().id()));
        if (!unknown.isEmpty()) {
            throw unknown(unknown, all);
        }
        return all.stream()
                .filter(source -> settings.sources().isEmpty()
                        || settings.sources().contains(source.info().id()))
                .toList();
    }

    /**
     * Why the history of a source cannot be loaded; empty when it can.
     *
     * @throws IllegalArgumentException when there is no such source
     */
    public static Optional<String> whyNoHistory(String id, Span span, ProducersSettings settings) {
        return named(id, settings, Sources::never).history(span).isPresent()
                ? Optional.empty()
                : Optional.of("source " + id + " shows only what it shows now, so it has no history to load");
    }

    /**
     * @throws IllegalArgumentException when there is no such source
     */
    static Source named(String id, ProducersSettings settings, Predicate<Observation> announcesModel) {
        List<Source> all = all(settings, announcesModel);
        return all.stream()
                .filter(source -> source.info().id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(List.of(id), all));
    }

    static IllegalArgumentException unknown(Collection<String> ids, List<Source> all) {
        String known = all.stream().map(source -> source.info().id()).sorted().collect(Collectors.joining(", "));
        return new IllegalArgumentException("there is no source " + String.join(", ", ids) + "; there are " + known);
    }

    /**
     * All sources.
     *
     * @param announcesModel whether a paper, by title and abstract, looks like the announcement of a model
     */
    static List<Source> all(ProducersSettings settings, Predicate<Observation> announcesModel) {
        var all = new ArrayList<Source>();
        all.add(TableSource.landmarks());
        all.add(TableSource.epoch(settings.tableInterval()));
        all.add(new ArxivSource(settings.categories(), settings.arxivInterval()));
        all.add(new PaperPages(settings.categories(), settings.arxivInterval(), announcesModel));
        all.add(new HubSource(settings.hubInterval(), Mirror.of(settings.mirror())));
        all.add(new PapersSource(settings.feedInterval()));
        all.add(new OpenRouterSource(settings.feedInterval()));
        all.add(new OllamaSource(settings.feedInterval()));
        labs(settings).forEach(lab -> all.add(lab.source(settings.feedInterval())));
        return distinct(all);
    }

    /** For questions to which it does not matter which papers announce a model. */
    private static boolean never(Observation paper) {
        return false;
    }

    private static Stream<Lab> labs(ProducersSettings settings) {
        return Stream.concat(Lab.bundled().stream(), settings.labs().map(Lab::in).orElse(List.of()).stream());
    }

    private static List<Source> distinct(List<Source> all) {
        var ids = new HashSet<String>();
        for (Source source : all) {
            if (!ids.add(source.info().id())) {
                throw new IllegalArgumentException(
                        "two sources are called " + source.info().id() + "; give one lab file another id");
            }
        }
        return all;
    }
}
