package org.computedivide.streams.rules.text;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** What k, M, billion or 亿 multiply by, and the values of number words. */
final class Magnitudes {

    private static final Map<String, Double> LETTERS = new HashMap<>(Map.ofEntries(
            Map.entry("k", 1e3),
            Map.entry("m", 1e6),
            Map.entry("mn", 1e6),
            Map.entry("b", 1e9),
            Map.entry("bn", 1e9),
            Map.entry("t", 1e12),
            Map.entry("tn", 1e12)));

    private static final Map<String, Double> WORDS = new HashMap<>(Map.ofEntries(
            Map.entry("dozen", 12.0),
            Map.entry("hundred", 1e2),
            Map.entry("thousand", 1e3),
            Map.entry("million", 1e6),
            Map.entry("millions", 1e6),
            Map.entry("mil", 1e6),
            Map.entry("mio", 1e6),
            Map.entry("billion", 1e9),
            Map.entry("billions", 1e9),
            Map.entry("trillion", 1e12),
            Map.entry("trillions", 1e12),
            Map.entry("milliard", 1e9),
            Map.entry("milliards", 1e9),
            Map.entry("milliarde", 1e9),
            Map.entry("milliarden", 1e9),
            Map.entry("miliardi", 1e9),
            Map.entry("bilhões", 1e9),
            Map.entry("millionen", 1e6),
            Map.entry("millones", 1e6),
            Map.entry("milhões", 1e6),
            Map.entry("milioni", 1e6),
            Map.entry("quadrillion", 1e15),
            Map.entry("万亿", 1e12),
            Map.entry("千亿", 1e11),
            Map.entry("百亿", 1e10),
            Map.entry("十亿", 1e9),
            Map.entry("亿", 1e8),
            Map.entry("億", 1e8),
            Map.entry("兆", 1e12),
            Map.entry("千万", 1e7),
            Map.entry("百万", 1e6),
            Map.entry("万", 1e4),
            Map.entry("万個", 1e4)));

    private static final Map<String, Double> NUMBERS = new HashMap<>(Map.ofEntries(
            Map.entry("one", 1.0),
            Map.entry("two", 2.0),
            Map.entry("three", 3.0),
            Map.entry("four", 4.0),
            Map.entry("five", 5.0),
            Map.entry("six", 6.0),
            Map.entry("seven", 7.0),
            Map.entry("eight", 8.0),
            Map.entry("nine", 9.0),
            Map.entry("ten", 10.0),
            Map.entry("eleven", 11.0),
            Map.entry("twelve", 12.0),
            Map.entry("thirteen", 13.0),
            Map.entry("fourteen", 14.0),
            Map.entry("fifteen", 15.0),
            Map.entry("sixteen", 16.0),
            Map.entry("twenty", 20.0),
            Map.entry("thirty", 30.0),
            Map.entry("forty", 40.0),
            Map.entry("fifty", 50.0),
            Map.entry("sixty", 60.0),
            Map.entry("seventy", 70.0),
            Map.entry("eighty", 80.0),
            Map.entry("ninety", 90.0),
            Map.entry("dozen", 12.0),
            Map.entry("single", 1.0)));

    private Magnitudes() {}

    static OptionalDouble ofLetters(String suffix) {
        return lookUp(LETTERS, suffix);
    }

    static OptionalDouble ofWord(String word) {
        return lookUp(WORDS, word);
    }

    static OptionalDouble ofNumberWord(String word) {
        return lookUp(NUMBERS, word);
    }

    private static OptionalDouble lookUp(Map<String, Double> table, String key) {
        Double value = table.get(key);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
