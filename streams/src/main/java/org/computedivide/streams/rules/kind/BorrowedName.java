package org.computedivide.streams.rules.kind;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.computedivide.streams.rules.DataFile;
import org.computedivide.streams.rules.affiliation.Known;
import org.computedivide.streams.rules.names.Folded;

/**
 * Whether a repository is called after a family that somebody else made and that names what is built on it
 * ({@code base-families.csv}, those that stand in titles): "Quokka-Qwen" of a university is a tuned Qwen, though nothing
 * else says so.
 */
final class BorrowedName {

    /** Made from the start after the plan of another. */
    private static final String REMAKE = "open llama";

    private static final Map<String, List<String>> MAKERS = DataFile.rows("base-families.csv").stream()
            .filter(row -> row.getOrDefault("titles", "").equals("yes"))
            .collect(Collectors.toUnmodifiableMap(
                    row -> row.getOrDefault("word", ""),
                    row -> List.of(row.getOrDefault("maker", "").split(";", -1))));

    private BorrowedName() {}

    /** Of a name without its account; a name that holds a family of its owner too is the owner's. */
    static boolean is(String name, String account, Known owner) {
        String folded = Folded.of(name);
        String keeper = Folded.lower(account + " " + owner.name() + " " + owner.parent());
        boolean borrowed = false;
        for (String word : folded.split(" ", -1)) {
            List<String> makers = MAKERS.getOrDefault(word.replaceAll("\\d{1,4}$", ""), List.of());
            if (makers.stream().anyMatch(keeper::contains)) {
                return false;
            }
            borrowed |= !makers.isEmpty();
        }
        return borrowed && !folded.contains(REMAKE);
    }
}
