package org.computedivide.producers.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One row of a table under our field names; a cell that is not there is empty. */
final class TableRow {

    private final TableDefinition definition;
    private final Map<String, Integer> places;
    private final String[] cells;

    TableRow(TableDefinition definition, Map<String, Integer> places, String[] cells) {
        this.definition = definition;
        this.places = places;
        this.cells = cells;
    }

    /** A cell holds what its column cannot hold. */
    static final class WrongCell extends Exception {
        private static final long serialVersionUID = 1L;
        private final String reason;

        WrongCell(String reason, String detail) {
            super(detail);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    String text(String field) {
        Integer place = places.get(field);
        return place == null || place >= cells.length ? "" : cells[place].strip();
    }

    /** The entries of a list in a cell. */
    List<String> list(String field) {
        var entries = new ArrayList<String>();
        String text = text(field);
        String separator = definition.separator();
        int start = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + 1)) {
            boolean insideName = separator.equals(",") && text.startsWith(" ", at + 1);
            if (!insideName) {
                addEntry(entries, text.substring(start, at));
                start = at + separator.length();
            }
        }
        addEntry(entries, text.substring(start));
        return entries;
    }

    private static void addEntry(List<String> entries, String entry) {
        if (!entry.isBlank()) {
            entries.add(entry.strip());
        }
    }

    /** The table's words of a field as ours. */
    List<String> words(String field) {
        Map<String, String> ours = definition.words().getOrDefault(field, Map.of());
        return list(field).stream()
                .map(word -> ours.getOrDefault(word, ours.isEmpty() ? word : word.toLowerCase(java.util.Locale.ROOT)))
                .toList();
    }

    /** A number that a quantity can be: finite and not negative; empty when the cell is, or when it holds several. */
    Optional<Double> number(String field) throws WrongCell {
        List<String> numbers = list(field);
        Optional<Double> first = Optional.empty();
        for (String text : numbers) {
            double value = parsed(field, text);
            first = numbers.size() == 1 ? Optional.of(value) : Optional.empty();
        }
        return first;
    }

    private static double parsed(String field, String text) throws WrongCell {
        try {
            double value = new BigDecimal(text).doubleValue();
            if (value >= 0 && value < 1e40) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new WrongCell("wrong-type", field + " is not a number: " + shown(text));
        }
        throw new WrongCell("wrong-type", field + " cannot be " + shown(text));
    }

    /** A year, month or day. */
    Optional<String> date(String field) throws WrongCell {
        String text = text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            String day = text.length() == 4 ? text + "-01-01" : text.length() == 7 ? text + "-01" : text;
            java.time.LocalDate.parse(day);
            return Optional.of(text);
        } catch (java.time.format.DateTimeParseException e) {
            throw new WrongCell("bad-date", field + " is not a date: " + shown(text));
        }
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(60, text.length()));
    }
}
