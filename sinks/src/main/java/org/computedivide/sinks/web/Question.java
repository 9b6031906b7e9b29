package org.computedivide.sinks.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a reader asked of a listing, checked.
 *
 * @param listing of which
 * @param filters values by parameter, sorted by name
 * @param limit how many rows at most
 * @param after the sort keys after which the page starts; empty for the first page
 */
record Question(Listing listing, Map<String, String> filters, int limit, List<String> after) {

    Question {
        filters = new TreeMap<>(filters);
        after = List.copyOf(after);
    }

    /**
     * Reads the parameters of a request.
     *
     * @throws WrongParameter when one is unknown, given twice, or not what it may be
     */
    static Question of(Listing listing, Map<String, List<String>> parameters) {
        var filters = new TreeMap<String, String>();
        int limit = Math.min(Listing.PAGE, listing.most());
        List<String> after = List.of();
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            String name = parameter.getKey();
            String value = single(name, parameter.getValue());
            switch (name) {
                case "limit" -> limit = limit(value, listing.most());
                case "after" -> after = place(listing, value);
                default -> filters.put(name, checked(listing, name, value));
            }
        }
        return new Question(listing, filters, limit, after);
    }

    private static String single(String name, List<String> values) {
        if (values.size() != 1) {
            throw new WrongParameter("parameter " + name + " may be given once only");
        }
        return values.get(0);
    }

    private static int limit(String text, int most) {
        if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        throw new WrongParameter("limit must be a whole number from 1 to " + most + ", but is '" + text + "'");
    }

    private static List<String> place(Listing listing, String text) {
        List<String> parts = List.of(text.split("~", listing.order().size()));
        if (parts.size() != listing.order().size()) {
            throw new WrongParameter("after must be the value of next in an earlier answer, but is '" + text + "'");
        }
        return parts;
    }

    private static String checked(Listing listing, String name, String value) {
        if (!listing.filters().containsKey(name)) {
            throw new WrongParameter(
                    "there is no parameter " + name + " here; there are " + String.join(", ", listing.parameters()));
        }
        List<String> allowed = listing.filter(name).allowed();
        if (!allowed.isEmpty() && !allowed.contains(value)) {
            throw new WrongParameter(
                    name + " must be one of " + String.join(", ", allowed) + ", but is '" + value + "'");
        }
        if (value.indexOf('\0') >= 0) {
            throw new WrongParameter("parameter " + name + " holds a NUL character, which no row does");
        }
        return value;
    }
}
