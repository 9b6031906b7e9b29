package org.computedivide.streams.rules.identity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.computedivide.avro.Evidence;

/** The name of a family for people. */
final class Names {

    private static final Comparator<String> PLAINEST =
            Comparator.<String>comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private Names() {}

    /**
     * The name that the best voice writes for the family as a whole; else the shortest name of a variant; else a title.
     * A repository name ("Llama-3.1-8B") is heard last, because it is written for machines.
     */
    static String of(List<Evidence> members) {
        return named(members, false)
                .or(() -> named(members, true))
                .or(() -> shortest(members.stream().map(Evidence::getTitle).toList()))
                .orElse(Versions.key(members.get(0)));
    }

    private static Optional<String> named(List<Evidence> members, boolean ofVariant) {
        return members.stream()
                .filter(member -> !member.getModelName().isEmpty()
                        && (ofVariant || member.getVariant().isEmpty()))
                .min(Comparator.<Evidence, Boolean>comparing(Voice::isRepository)
                        .thenComparing(Voice::of)
                        .thenComparing(Evidence::getModelName, PLAINEST)
                        .thenComparing(Versions::key))
                .map(Evidence::getModelName);
    }

    private static Optional<String> shortest(List<String> names) {
        return names.stream().filter(name -> !name.isEmpty()).min(PLAINEST);
    }
}
