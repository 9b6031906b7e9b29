package org.computedivide.streams.rules.facts;

import java.util.List;
import java.util.Set;
import org.computedivide.streams.rules.text.WordSet;

/**
 * What a column or row of a table counts by the cell that heads it.
 *
 * @param field as in Fact; empty when it counts nothing that we look for
 * @param scale what a bare number in it is multiplied by
 * @param ofPair whether a cell of it holds a total and an active size
 */
record Meaning(String field, String unit, double scale, boolean ofPair) {

    private static final Meaning NONE = new Meaning("", "", 1, false);
    private static final Set<String> TOTAL = WordSet.of("total");
    private static final Set<String> BILLION = WordSet.of("b", "billion", "billions");
    private static final Set<String> MILLION = WordSet.of("m", "million", "millions");
    private static final Set<String> TRILLION = WordSet.of("t", "trillion", "trillions");
    private static final Set<String> HOURS = WordSet.of("hours", "hour");
    private static final Set<String> NOT_TRAINING =
            Words.words("context window length max output input vocab size speed second price cost per vocabulary");
    private static final Set<String> NOT_TOTAL = Words.words("embedding embeddings trainable lora vision encoder");

    /** Those of the cells of a header, in which "Total" and "Active" side by side need no word for parameters. */
    static List<Meaning> ofHeader(List<Cell> cells) {
        boolean pair = cells.stream().anyMatch(cell -> cell.isOnly(TOTAL))
                && cells.stream().anyMatch(cell -> cell.isOnly(Words.ACTIVE));
        return cells.stream().map(cell -> pair ? ofPair(cell) : of(cell)).toList();
    }

    private static Meaning ofPair(Cell cell) {
        String field = cell.isOnly(TOTAL) ? "parameters" : cell.isOnly(Words.ACTIVE) ? "activeParameters" : "";
        return field.isEmpty() ? of(cell) : new Meaning(field, "parameters", 1, false);
    }

    static Meaning of(Cell cell) {
        double scale = cell.has(BILLION) ? 1e9 : cell.has(MILLION) ? 1e6 : cell.has(TRILLION) ? 1e12 : 1;
        if (cell.has(Words.PARAMETER)) {
            boolean pair = TotalActive.isLabel(cell.row(), cell.from(), cell.to());
            String field = cell.has(Words.ACTIVE) && !pair ? "activeParameters" : "parameters";
            return cell.has(NOT_TOTAL) ? NONE : new Meaning(field, "parameters", scale, pair);
        }
        if (cell.has(Words.TOKEN)) {
            return cell.has(NOT_TRAINING) ? NONE : new Meaning("trainingTokens", "tokens", scale, false);
        }
        boolean hours = cell.has(Words.GPU) && cell.has(HOURS);
        return hours ? new Meaning("chipHours", "chip-hours", scale, false) : NONE;
    }

    boolean isNone() {
        return field.isEmpty();
    }

    /** The same of another field. */
    Meaning as(String other) {
        return new Meaning(other, unit, scale, ofPair);
    }
}
