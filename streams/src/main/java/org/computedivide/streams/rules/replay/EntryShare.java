package org.computedivide.streams.rules.replay;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The 30 % rule over a list of organisations with its repetitions, which stands in for that over authors where a table
 * names none: a collaboration when academia and industry both have at least three in ten of the entries, else the most
 * frequent type, mixed when two are the most frequent.
 */
final class EntryShare {

    private EntryShare() {}

    static String of(List<String> types) {
        if (types.isEmpty()) {
            return "unknown";
        }
        Map<String, Long> counts =
                types.stream().collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        boolean both = reaches(counts, "academia", types.size()) && reaches(counts, "industry", types.size());
        return both ? "collaboration" : mostFrequent(counts);
    }

    private static boolean reaches(Map<String, Long> counts, String type, int all) {
        return 10 * counts.getOrDefault(type, 0L) >= 3L * all;
    }

    private static String mostFrequent(Map<String, Long> counts) {
        long most = counts.values().stream().max(Comparator.naturalOrder()).orElse(0L);
        List<String> first = counts.entrySet().stream()
                .filter(count -> count.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
        return first.size() == 1 ? first.get(0) : "mixed";
    }
}
