package org.computedivide.streams.rules.text;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words that nearly every word of a text is asked for. The table has four places for each word, so that most other words are
 * dismissed by one look. Iterates in the order of the letters.
 */
public final class WordSet extends AbstractSet<String> {

    private final List<String> words;
    private final @Nullable String[] table;

    private WordSet(Collection<String> words) {
        this.words = words.stream().distinct().sorted().toList();
        this.table = new String[Integer.highestOneBit(Math.max(1, this.words.size())) << 3];
        for (String word : this.words) {
            int place = place(word);
            while (table[place] != null) {
                place = place + 1 & table.length - 1;
            }
            table[place] = word;
        }
    }

    public static WordSet of(String... words) {
        return new WordSet(Arrays.asList(words));
    }

    public static WordSet copyOf(Collection<String> words) {
        return new WordSet(words);
    }

    /** Whether the word is one of these. */
    public boolean has(String word) {
        int place = place(word);
        for (String here = table[place]; here != null; here = table[place]) {
            if (here.equals(word)) {
                return true;
            }
            place = place + 1 & table.length - 1;
        }
        return false;
    }

    private int place(String word) {
        int hash = word.hashCode();
        return (hash ^ hash >>> 15) & table.length - 1;
    }

    @Override
    public boolean contains(@Nullable Object word) {
        return word instanceof String string && has(string);
    }

    @Override
    public Iterator<String> iterator() {
        return words.iterator();
    }

    @Override
    public int size() {
        return words.size();
    }
}
