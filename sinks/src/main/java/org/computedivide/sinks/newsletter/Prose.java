package org.computedivide.sinks.newsletter;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A few sentences with links in them. */
record Prose(List<Span> spans) {

    static final Prose EMPTY = new Prose(List.of());

    Prose {
        spans = List.copyOf(spans);
    }

    static Prose of(String words) {
        return EMPTY.and(words);
    }

    Prose and(String words) {
        return words.isEmpty() ? this : and(new Span.Plain(words));
    }

    Prose and(Prose more) {
        return new Prose(Stream.concat(spans.stream(), more.spans.stream()).toList());
    }

    Prose strong(String words) {
        return and(new Span.Strong(words));
    }

    Prose code(String words) {
        return and(new Span.Code(words));
    }

    Prose link(String words, URI target) {
        return and(new Span.Link(words, target));
    }

    /** A link when the address is one that a reader may safely follow, else the words alone. */
    Prose link(String words, Optional<URI> target) {
        return target.map(address -> link(words, address)).orElseGet(() -> and(words));
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }

    /** The words alone, for a subject line or a preview. */
    String words() {
        return spans.stream().map(Span::words).collect(Collectors.joining());
    }

    private Prose and(Span span) {
        return new Prose(Stream.concat(spans.stream(), Stream.of(span)).toList());
    }
}
