package org.computedivide.sinks.web;

import java.util.List;

/**
 * A parameter that narrows a listing.
 *
 * @param kind how it compares
 * @param column with what
 * @param allowed the words that it may be; empty when any text will do
 */
record Filter(Kind kind, String column, List<String> allowed) {

    /** How a filter compares. */
    enum Kind {
        EQUALS,
        CONTAINS,
        ELEMENT
    }

    Filter {
        allowed = List.copyOf(allowed);
    }

    static Filter oneOf(String column, String... words) {
        return new Filter(Kind.EQUALS, column, List.of(words));
    }

    static Filter equal(String column) {
        return new Filter(Kind.EQUALS, column, List.of());
    }

    static Filter contains(String column) {
        return new Filter(Kind.CONTAINS, column, List.of());
    }

    static Filter element(String column) {
        return new Filter(Kind.ELEMENT, column, List.of());
    }

    /** SQL that uses the parameter of this name. */
    String condition(String parameter) {
        return switch (kind) {
            case EQUALS -> column + " = :" + parameter;
            case CONTAINS -> "strpos(lower(" + column + "), lower(:" + parameter + ")) > 0";
            case ELEMENT -> column + " @> array[:" + parameter + "]::text[]";
        };
    }
}
