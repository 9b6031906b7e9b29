package org.computedivide.streams.rules.identity;

import org.jspecify.annotations.Nullable;

/**
 * Each text once, however often it is held: the address of an observation stands on three shelves and in five links, and
 * two million of them would fill the memory with copies. A table without entries of its own: a reference a text. What was
 * once spelled is never forgotten.
 */
final class Spellings {

    private static final int SMALLEST = 64;

    private @Nullable String[] table = new String[SMALLEST];
    private int size;

    /** The text as it was spelled first: an equal one. */
    String once(String text) {
        int place = place(table, text);
        String known = table[place];
        if (known != null) {
            return known;
        }
        table[place] = text;
        size++;
        if (size > table.length - table.length / 4) {
            grow();
        }
        return text;
    }

    private void grow() {
        var larger = new String[table.length * 2];
        for (String text : table) {
            if (text != null) {
                larger[place(larger, text)] = text;
            }
        }
        table = larger;
    }

    /** Where the text stands or would stand; a quarter of the table is always free. */
    private static int place(@Nullable String[] table, String text) {
        int mask = table.length - 1;
        int hash = text.hashCode() * 0x9E3779B9;
        int place = (hash ^ (hash >>> 16)) & mask;
        while (table[place] != null && !text.equals(table[place])) {
            place = (place + 1) & mask;
        }
        return place;
    }
}
