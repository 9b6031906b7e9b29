package org.computedivide.streams.rules.text;

import java.util.ArrayList;
import java.util.List;

/** The steps from node to node of a tree of letters, packed: letters that lead alike from every node share a column. */
final class Steps {

    private static final int ASCII = 128;

    private final byte[] columns = new byte[ASCII];
    private final short[] table;
    private final int width;

    /** Takes one row for each node: by letter the node that follows, or a number below 0. */
    Steps(List<short[]> rows) {
        List<Integer> firsts = new ArrayList<>();
        for (int letter = 0; letter < ASCII; letter++) {
            columns[letter] = (byte) column(rows, firsts, letter);
        }
        width = firsts.size();
        table = new short[rows.size() * width];
        for (int node = 0; node < rows.size(); node++) {
            for (int column = 0; column < width; column++) {
                table[node * width + column] = rows.get(node)[firsts.get(column)];
            }
        }
    }

    private static int column(List<short[]> rows, List<Integer> firsts, int letter) {
        for (int column = 0; column < firsts.size(); column++) {
            int like = firsts.get(column);
            if (rows.stream().allMatch(row -> row[letter] == row[like])) {
                return column;
            }
        }
        firsts.add(letter);
        return firsts.size() - 1;
    }

    /** The node behind a node and a letter, which must be ASCII; below 0 when there is none. */
    int from(int node, char letter) {
        return table[node * width + columns[letter]];
    }
}
