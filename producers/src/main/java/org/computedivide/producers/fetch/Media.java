package org.computedivide.producers.fetch;

/** What kind of text an address should answer with, and what we say we accept. */
public enum Media {
    XML("application/atom+xml, application/rss+xml, application/xml, text/xml;q=0.9"),
    JSON("application/json"),
    CSV("text/csv, text/plain;q=0.9"),
    HTML("text/html, application/xhtml+xml;q=0.9"),
    TEXT("text/plain, text/markdown, */*;q=0.5");

    private final String accept;

    Media(String accept) {
        this.accept = accept;
    }

    String accept() {
        return accept;
    }
}
