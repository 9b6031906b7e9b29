package org.computedivide.streams.rules.kind;

import java.util.ArrayList;
import java.util.List;

/**
 * The block of fields at the head of a model card, between two lines of three hyphens. Only flat fields and lists of
 * plain values are read; cards are often not valid YAML.
 */
public final class FrontMatter {

    private static final int LONGEST = 20_000;

    private final List<String> lines;

    private FrontMatter(List<String> lines) {
        this.lines = lines;
    }

    /** The front matter of a card; without fields when the card has none. */
    public static FrontMatter of(String card) {
        String head = (card.length() > LONGEST ? card.substring(0, LONGEST) : card).stripLeading();
        if (!head.startsWith("---")) {
            return new FrontMatter(List.of());
        }
        int end = head.indexOf("\n---", 3);
        return new FrontMatter(
                end < 0 ? List.of() : head.substring(3, end).lines().toList());
    }

    /** The value of a field, empty when the card lacks it. */
    public String value(String field) {
        List<String> values = list(field);
        return values.isEmpty() ? "" : values.get(0);
    }

    /** The values of a field that may hold a list. */
    public List<String> list(String field) {
        var values = new ArrayList<String>();
        boolean inside = false;
        for (String line : lines) {
            if (line.startsWith(field + ":")) {
                inside = true;
                add(values, line.substring(field.length() + 1));
            } else if (inside && (line.startsWith("-") || line.startsWith(" "))) {
                add(values, line.strip().replaceFirst("^-", ""));
            } else {
                inside = false;
            }
        }
        return values;
    }

    private static void add(List<String> values, String written) {
        String plain = written.strip();
        if (plain.startsWith("[") && plain.endsWith("]")) {
            for (String item : plain.substring(1, plain.length() - 1).split(",", -1)) {
                add(values, item);
            }
            return;
        }
        String bare = plain.replaceAll("^[\"']|[\"']$", "");
        if (!bare.isEmpty() && !bare.equals(">-") && !bare.equals("|")) {
            values.add(bare);
        }
    }
}
