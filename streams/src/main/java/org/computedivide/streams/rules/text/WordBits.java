package org.computedivide.streams.rules.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** In which of several sets a word stands, as bits: one look at a word tells it of all of them. */
public final class WordBits {

    private final @Nullable String[] words;
    private final long[] bits;

    private WordBits(Map<String, Long> words) {
        int size = Integer.highestOneBit(Math.max(1, words.size())) << 3;
        this.words = new String[size];
        this.bits = new long[size];
        words.forEach((word, sets) -> {
            int place = place(word);
            while (this.words[place] != null) {
                place = place + 1 & size - 1;
            }
            this.words[place] = word;
            bits[place] = sets;
        });
    }

    /** At most 64 sets; the first is bit 0. */
    public static WordBits of(List<Set<String>> sets) {
        if (sets.size() > Long.SIZE) {
            throw new IllegalArgumentException("at most 64 sets of words, but these are " + sets.size());
        }
        Map<String, Long> words = new TreeMap<>();
        for (int n = 0; n < sets.size(); n++) {
            long bit = 1L << n;
            sets.get(n).forEach(word -> words.merge(word, bit, (before, here) -> before | here));
        }
        return new WordBits(words);
    }

    /** The sets that the word stands in. */
    public long of(String word) {
        int place = place(word);
        for (String here = words[place]; here != null; here = words[place]) {
            if (here.equals(word)) {
                return bits[place];
            }
            place = place + 1 & words.length - 1;
        }
        return 0;
    }

    private int place(String word) {
        int hash = word.hashCode();
        return (hash ^ hash >>> 15) & words.length - 1;
    }
}
