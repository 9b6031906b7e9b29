package org.computedivide.streams.rules.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The tables of a text, each a list of rows. A row is a sentence whose cells stand behind a mark {@code |} each, whether the
 * text wrote it in Markdown or as HTML; an HTML cell that spans rows stands in each of them.
 */
public final class Tables {

    private static final int MOST_ROWS = 400;
    private static final int MOST_CELLS = 40;
    private static final int LONGEST_TAG = 60;
    private static final int LONGEST_CELL = 60;

    private final List<List<Sentence>> tables = new ArrayList<>();
    private List<Sentence> open = new ArrayList<>();

    private Tables() {}

    /** Tables in the order of the text, Markdown first. */
    public static List<List<Sentence>> of(Prose prose) {
        Tables tables = new Tables();
        tables.markdown(prose);
        if (prose.text().contains("<td") || prose.text().contains("<TD")) {
            tables.html(prose);
        }
        return tables.tables;
    }

    /** Whether a sentence is a row of a table. */
    public static boolean isRow(Sentence sentence) {
        return sentence.get(0).is("|");
    }

    private void markdown(Prose prose) {
        for (Sentence sentence : prose.sentences()) {
            if (isRow(sentence)) {
                add(sentence);
            } else {
                close();
            }
        }
        close();
    }

    private void add(Sentence row) {
        if (open.size() < MOST_ROWS) {
            open.add(row);
        }
    }

    private void close() {
        if (open.size() > 1) {
            tables.add(open);
            open = new ArrayList<>();
        } else {
            open.clear();
        }
    }

    private void html(Prose prose) {
        List<Token> tokens = new ArrayList<>();
        prose.sentences().forEach(sentence -> sentence.addTo(tokens));
        HtmlRows rows = new HtmlRows(prose.text());
        int i = 0;
        while (i < tokens.size()) {
            int end = tagEnd(tokens, i);
            if (end < 0) {
                rows.content(tokens.get(i));
                i++;
                continue;
            }
            boolean closing = tokens.get(i + 1).is("/");
            switch (tokens.get(closing ? i + 2 : i + 1).word()) {
                case "table" -> {
                    rows.endRow().forEach(this::add);
                    close();
                }
                case "tr" -> rows.endRow().forEach(this::add);
                case "td", "th" -> rows.cell(tokens, i, end, closing);
                default -> {}
            }
            i = end + 1;
        }
        rows.endRow().forEach(this::add);
        close();
    }

    /** Where the tag that begins at the token ends, or -1 when none does. */
    private static int tagEnd(List<Token> tokens, int i) {
        if (!tokens.get(i).is("<") || i + 2 >= tokens.size()) {
            return -1;
        }
        for (int k = i + 1; k < Math.min(tokens.size(), i + LONGEST_TAG); k++) {
            if (tokens.get(k).is(">")) {
                return k;
            }
            if (tokens.get(k).is("<")) {
                return -1;
            }
        }
        return -1;
    }

    /** Gathers the cells of one row. */
    private static final class HtmlRows {

        private record Cell(List<Token> tokens, int rows) {}

        private final String text;
        private final List<Cell> cells = new ArrayList<>();
        private List<Cell> above = List.of();
        private boolean inside;

        HtmlRows(String text) {
            this.text = text;
        }

        void content(Token token) {
            List<Token> cell = inside ? cells.get(cells.size() - 1).tokens() : List.of();
            if (inside && !token.is("|") && cell.size() < LONGEST_CELL) {
                cell.add(token);
            }
        }

        void cell(List<Token> tokens, int from, int to, boolean closing) {
            inside = !closing && cells.size() < MOST_CELLS;
            if (inside) {
                carry();
                List<Token> cell = new ArrayList<>();
                cell.add(tokens.get(from).as("|"));
                cells.add(new Cell(cell, span(tokens, from, to)));
            }
        }

        /** Cells that reach down from the rows above stand before the next one of this row. */
        private void carry() {
            while (cells.size() < above.size() && above.get(cells.size()).rows() > 1) {
                Cell cell = above.get(cells.size());
                cells.add(new Cell(cell.tokens(), cell.rows() - 1));
            }
        }

        private static int span(List<Token> tokens, int from, int to) {
            for (int k = from; k < to; k++) {
                if (tokens.get(k).is("rowspan")) {
                    for (int n = k + 1; n < Math.min(to, k + 5); n++) {
                        if (tokens.get(n).isNumber()) {
                            return (int) Math.min(MOST_ROWS, tokens.get(n).value());
                        }
                    }
                }
            }
            return 1;
        }

        List<Sentence> endRow() {
            inside = false;
            if (cells.isEmpty()) {
                return List.of();
            }
            carry();
            List<Token> row = new ArrayList<>();
            cells.forEach(cell -> row.addAll(cell.tokens()));
            row.add(row.get(row.size() - 1).as("|"));
            above = List.copyOf(cells);
            cells.clear();
            return List.of(new Sentence(text, row));
        }
    }
}
