package org.computedivide.streams.rules.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.computedivide.streams.rules.text.Prose;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Tables;
import org.computedivide.streams.rules.text.Token;
import org.computedivide.streams.rules.text.WordSet;

/**
 * Reads tables in Markdown and HTML with one row or one column per variant: parameters, training tokens and GPU hours. A row
 * or column headed by another's name is dropped; where a table gives several sizes, each value is owned by the size that its
 * row or column names or counts.
 */
final class TableFacts {

    static final String RULE = "table";
    private static final int MOST_CELLS = 40;
    private static final int FEW_ROWS = 4;
    private static final double SMALLEST_SIZE = 1e6;
    private static final Set<String> TOTAL = WordSet.of("total", "totals", "sum", "all");

    private final Whose whose;
    /** Letters and digits of the repository's name; empty when the text is of none. */
    private final String own;

    TableFacts(Whose whose, String repository) {
        this.whose = whose;
        this.own = Sizes.letters(repository);
    }

    /** A number of a table with the cell that heads its row or column. */
    private record Value(Cell cell, int token, Meaning meaning, double value) {}

    List<Finding> read(Prose prose) {
        List<Finding> findings = new ArrayList<>();
        for (List<Sentence> table : Tables.of(prose)) {
            List<List<Cell>> rows = table.stream()
                    .map(TableFacts::cells)
                    .filter(row -> !row.isEmpty())
                    .toList();
            if (rows.size() > 1 && rows.stream().allMatch(row -> row.size() == 2)) {
                byLine(rows, findings);
            }
            if (rows.size() > 1) {
                byRow(rows, findings);
                byColumn(rows, findings);
            }
        }
        return findings;
    }

    private static List<Cell> cells(Sentence row) {
        List<Cell> cells = new ArrayList<>();
        int from = 1;
        boolean filled = false;
        for (int i = 1; i < row.size() && cells.size() < MOST_CELLS; i++) {
            filled |= !row.get(i).isMark();
            if (row.get(i).is("|")) {
                cells.add(new Cell(row, from, i));
                from = i + 1;
            }
        }
        return filled ? cells : List.of();
    }

    /** One variant in each row, the header says what the columns count. */
    private void byRow(List<List<Cell>> rows, List<Finding> into) {
        List<Meaning> header = Meaning.ofHeader(rows.get(0));
        if (header.stream().allMatch(Meaning::isNone)) {
            return;
        }
        List<List<Value>> values = new ArrayList<>();
        boolean named = rows.stream().anyMatch(row -> isOwn(row.get(0)));
        for (List<Cell> row : rows.subList(1, rows.size())) {
            List<Value> found = new ArrayList<>();
            for (int c = 0; c < Math.min(row.size(), header.size()); c++) {
                add(row.get(c), header.get(c), found);
            }
            values.add(
                    (named && !isOwn(row.get(0)))
                                    || ofOthers(row.get(0))
                                    || row.get(0).has(TOTAL)
                                    || isNobodys(row.get(0), found, rows.size())
                            ? List.of()
                            : found);
        }
        emit(values, into);
    }

    /** One model, a line for each of its properties: "Total parameters | 16B". */
    private static void byLine(List<List<Cell>> rows, List<Finding> into) {
        List<Value> found = new ArrayList<>();
        rows.forEach(row -> add(row.get(1), Meaning.of(row.get(0)), found));
        emit(List.of(found), into);
    }

    /** One variant in each column, the first cell of a row says what the row counts. */
    private void byColumn(List<List<Cell>> rows, List<Finding> into) {
        List<Cell> header = rows.get(0);
        List<List<Value>> columns = new ArrayList<>();
        boolean named = header.stream().anyMatch(this::isOwn);
        for (int c = 1; c < header.size() && header.size() > 2; c++) {
            List<Value> found = new ArrayList<>();
            for (List<Cell> row : rows.subList(1, rows.size())) {
                if (c < row.size()) {
                    add(row.get(c), Meaning.of(row.get(0)), found);
                }
            }
            boolean sibling = named && !isOwn(header.get(c));
            columns.add(sibling || ofOthers(header.get(c)) ? List.of() : found);
        }
        emit(columns, into);
    }

    private static void add(Cell cell, Meaning meaning, List<Value> into) {
        int number = meaning.isNone() ? -1 : cell.onlyNumber();
        if (number < 0 && meaning.unit().equals("parameters")) {
            addPair(cell, meaning, into);
        }
        if (number >= 0) {
            add(cell, number, meaning, into);
        }
    }

    private static void add(Cell cell, int number, Meaning meaning, List<Value> into) {
        Token token = cell.row().get(number);
        double value = token.value() * (token.word().isEmpty() ? meaning.scale() : 1);
        double least = meaning.field().equals("chipHours") ? 1 : SMALLEST_SIZE;
        if (value >= least) {
            into.add(new Value(cell, number, meaning, value));
        }
    }

    /** "120B / 6B" under "Total / Active Params", "120B (6B active)" under "Params". */
    private static void addPair(Cell cell, Meaning meaning, List<Value> into) {
        int first = cell.nextNumber(cell.from());
        int last = first < 0 ? -1 : cell.nextNumber(first + 1);
        if (last < 0 || cell.nextNumber(last + 1) >= 0) {
            return;
        }
        Sentence row = cell.row();
        boolean firstIsMore = row.get(first).value() > row.get(last).value();
        int total = firstIsMore ? first : last;
        int active = firstIsMore ? last : first;
        boolean said = row.after(active, 2, Words.ACTIVE) > 0 || row.before(active, 2, Words.ACTIVE) > first;
        if (meaning.ofPair() || said) {
            add(cell, total, meaning.as("parameters"), into);
            add(cell, active, meaning.as("activeParameters"), into);
        }
    }

    /** Whether a row or column is headed by the repository's own name: the others are then its siblings'. */
    private boolean isOwn(Cell head) {
        StringBuilder written = new StringBuilder();
        int k = head.from();
        while (!own.isEmpty() && k < head.to() && written.length() < own.length()) {
            written.append(Sizes.letters(head.row().written(k)));
            k++;
        }
        boolean ends = k >= head.to() || !goesOn(head.row(), k);
        return !own.isEmpty() && ends && written.toString().equals(own);
    }

    /** The -mini of "Orion-mini". */
    private static boolean goesOn(Sentence row, int k) {
        boolean joined = row.get(k - 1).end() == row.get(k).start();
        return joined && (row.get(k).is("-") || row.get(k).is("_") || row.get(k).is("."));
    }

    private boolean ofOthers(Cell name) {
        return whose.ofCell(name.row(), name.from(), name.to()) == Whose.Owner.OTHERS;
    }

    /** Many rows that name neither a model nor a size: languages, data sets, dates. */
    private boolean isNobodys(Cell name, List<Value> values, int rows) {
        boolean sized =
                values.stream().anyMatch(value -> value.meaning().field().equals("parameters"));
        return rows > FEW_ROWS
                && !sized
                && Double.isNaN(sizeIn(name))
                && whose.ofCell(name.row(), name.from(), name.to()) != Whose.Owner.OURS;
    }

    private static void emit(List<List<Value>> variants, List<Finding> into) {
        List<Double> sizes = variants.stream().map(TableFacts::size).toList();
        boolean several =
                new TreeSet<>(sizes.stream().filter(size -> !size.isNaN()).toList()).size() > 1;
        for (int v = 0; v < variants.size(); v++) {
            for (Value value : variants.get(v)) {
                Finding finding = finding(value);
                into.add(several && !sizes.get(v).isNaN() ? finding.ownedBy(Sizes.label(sizes.get(v))) : finding);
            }
        }
    }

    /** The size of the variant that the values are of, or NaN. */
    private static double size(List<Value> values) {
        for (Value value : values) {
            if (value.meaning().field().equals("parameters")) {
                return value.value();
            }
        }
        return values.isEmpty()
                ? Double.NaN
                : sizeIn(cells(values.get(0).cell().row()).get(0));
    }

    private static double sizeIn(Cell name) {
        for (int i = name.from(); i < name.to(); i++) {
            Token token = name.row().get(i);
            if (token.hasLetter() && !token.word().equals("k") && token.value() >= SMALLEST_SIZE) {
                return token.value();
            }
        }
        return Double.NaN;
    }

    private static Finding finding(Value value) {
        Meaning meaning = value.meaning();
        return Finding.number(
                        meaning.field(),
                        value.value(),
                        meaning.unit(),
                        value.cell().row(),
                        value.token(),
                        value.token(),
                        RULE)
                .inStage(meaning.field().equals("trainingTokens") ? "pretraining" : "unknown");
    }
}
