package org.computedivide.streams.rules.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.computedivide.streams.rules.text.Prose;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Token;

/** Reads Markdown tables with one row per variant: columns of parameters, training tokens and GPU hours. */
final class TableFacts {

    private static final int MOST_CELLS = 40;
    private static final Set<String> BILLION = Set.of("b", "billion", "billions");
    private static final Set<String> MILLION = Set.of("m", "million", "millions");
    private static final Set<String> NOT_TRAINING =
            Words.words("context window length max output input vocab size speed second");

    private final Whose whose;

    TableFacts(Whose whose) {
        this.whose = whose;
    }

    /** What a column counts, and what a bare number in it is multiplied by. */
    private record Column(String field, String unit, double scale) {

        private static final Column NONE = new Column("", "", 1);
    }

    List<Finding> read(Prose prose) {
        List<Finding> findings = new ArrayList<>();
        List<Column> header = List.of();
        for (Sentence sentence : prose.sentences()) {
            if (!sentence.get(0).is("|")) {
                header = List.of();
            } else if (header.isEmpty()) {
                header = columns(sentence);
            } else {
                row(sentence, header, findings);
            }
        }
        return findings;
    }

    private static List<Column> columns(Sentence sentence) {
        List<Column> columns = new ArrayList<>();
        int from = 1;
        for (int i = 1; i < sentence.size() && columns.size() < MOST_CELLS; i++) {
            if (sentence.get(i).is("|")) {
                columns.add(column(sentence, from, i));
                from = i + 1;
            }
        }
        return columns;
    }

    private static Column column(Sentence sentence, int from, int to) {
        double scale = has(sentence, from, to, BILLION) ? 1e9 : has(sentence, from, to, MILLION) ? 1e6 : 1;
        if (has(sentence, from, to, Words.PARAMETER)) {
            String field = has(sentence, from, to, Words.ACTIVE) ? "activeParameters" : "parameters";
            return new Column(field, "parameters", scale);
        }
        boolean tokens = has(sentence, from, to, Words.TOKEN) && !has(sentence, from, to, NOT_TRAINING);
        if (tokens) {
            return new Column("trainingTokens", "tokens", scale);
        }
        boolean hours = has(sentence, from, to, Words.GPU) && has(sentence, from, to, Set.of("hours"));
        return hours ? new Column("chipHours", "chip-hours", scale) : Column.NONE;
    }

    private void row(Sentence sentence, List<Column> header, List<Finding> into) {
        int cell = 0;
        int from = 1;
        for (int i = 1; i < sentence.size() && cell < header.size(); i++) {
            if (sentence.get(i).is("|")) {
                cell(sentence, from, i, header.get(cell), into);
                cell++;
                from = i + 1;
            }
        }
    }

    private void cell(Sentence sentence, int from, int to, Column column, List<Finding> into) {
        int number = column.field().isEmpty() ? -1 : onlyNumber(sentence, from, to);
        if (number < 0 || whose.ofRow(sentence) == Whose.Owner.OTHERS) {
            return;
        }
        Token token = sentence.get(number);
        double value = token.value() * (token.word().isEmpty() ? column.scale() : 1);
        boolean plausible = column.field().equals("chipHours") ? value >= 1 : value >= 1e6;
        if (plausible) {
            into.add(Finding.number(column.field(), value, column.unit(), sentence, number, number, "table")
                    .inStage(column.field().equals("trainingTokens") ? "pretraining" : "unknown"));
        }
    }

    /** The number of a cell that holds one and no other; -1 otherwise. */
    private static int onlyNumber(Sentence sentence, int from, int to) {
        int found = -1;
        for (int i = from; i < to; i++) {
            if (sentence.get(i).isNumber()) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }

    private static boolean has(Sentence sentence, int from, int to, Set<String> words) {
        for (int i = from; i < to; i++) {
            if (sentence.get(i).in(words)) {
                return true;
            }
        }
        return false;
    }
}
