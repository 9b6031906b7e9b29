package org.computedivide.streams.rules.learned;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Texts that are asked for by their parts: the hash of a text follows from those of its parts, so that nothing is joined to
 * look for it. The table has four places for each text, so that most others are dismissed by one look.
 */
final class Joined {

    private final @Nullable String[] table;

    Joined(Collection<String> texts) {
        table = new String[Integer.highestOneBit(Math.max(1, texts.size())) << 3];
        for (String text : texts) {
            int place = place(text.hashCode());
            while (table[place] != null) {
                place = next(place);
            }
            table[place] = text;
        }
    }

    /** The text that these two make; null when there is none. */
    @Nullable
    String of(String prefix, String word) {
        int hash = then(prefix.hashCode(), word);
        int length = prefix.length() + word.length();
        int place = place(hash);
        for (String text = table[place]; text != null; text = table[place]) {
            if (text.length() == length && text.startsWith(prefix) && text.endsWith(word)) {
                return text;
            }
            place = next(place);
        }
        return null;
    }

    /** The text that these make with a blank between the words; null when there is none. */
    @Nullable
    String of(String prefix, String word, String next) {
        int hash = then(then(then(prefix.hashCode(), word), " "), next);
        int length = prefix.length() + word.length() + 1 + next.length();
        int place = place(hash);
        for (String text = table[place]; text != null; text = table[place]) {
            if (text.length() == length
                    && text.startsWith(prefix)
                    && text.startsWith(word, prefix.length())
                    && text.charAt(length - next.length() - 1) == ' '
                    && text.endsWith(next)) {
                return text;
            }
            place = next(place);
        }
        return null;
    }

    /** The hash of what the first is the hash of with a text behind it. */
    private static int then(int hash, String text) {
        int shifted = hash;
        for (int i = 0; i < text.length(); i++) {
            shifted *= 31;
        }
        return shifted + text.hashCode();
    }

    private int place(int hash) {
        return (hash ^ hash >>> 15) & table.length - 1;
    }

    private int next(int place) {
        return place + 1 & table.length - 1;
    }
}
