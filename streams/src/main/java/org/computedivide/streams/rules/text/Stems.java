package org.computedivide.streams.rules.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Beginnings of words: train for trained and training; told by the first letter, which most words fail at. */
public final class Stems {

    private static final int LETTERS = 128;

    private final String[][] byFirst = new String[LETTERS][];

    private Stems(List<String> stems) {
        Map<Character, List<String>> groups = new HashMap<>();
        stems.forEach(stem -> groups.computeIfAbsent(stem.charAt(0), letter -> new ArrayList<>())
                .add(stem));
        groups.forEach((letter, group) -> byFirst[letter] = group.toArray(String[]::new));
    }

    /** Stems in small Latin letters. */
    public static Stems of(String... stems) {
        return new Stems(List.of(stems));
    }

    /** These and the others. */
    public Stems and(Stems others) {
        return new Stems(Stream.concat(all(), others.all()).toList());
    }

    private Stream<String> all() {
        return Arrays.stream(byFirst).filter(Objects::nonNull).flatMap(Arrays::stream);
    }

    /** Whether a word in small letters begins with one of them. */
    public boolean begin(String word) {
        char first = word.isEmpty() ? LETTERS : word.charAt(0);
        String[] group = first < LETTERS ? byFirst[first] : null;
        if (group == null) {
            return false;
        }
        for (String stem : group) {
            if (word.startsWith(stem)) {
                return true;
            }
        }
        return false;
    }
}
