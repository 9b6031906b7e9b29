package org.computedivide.streams.rules.identity;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.computedivide.avro.Evidence;

/** The name of a family for people. */
final class Names {

    private static final Comparator<String> PLAINEST =
            Comparator.<String>comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private Names() {}

    /**
     * The name that the best voice writes for the family as a whole; else the name of a variant without what tells it
     * from its sisters; else a title. A repository name ("Llama-3.1-8B") is heard last, because it is written for
     * machines.
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
                        .thenComparing(Names::plain, PLAINEST)
                        .thenComparing(Versions::key))
                .map(Names::plain);
    }

    /** "Llama-3.1-8B" of the variant "8b" is "Llama-3.1"; "The Llama 3" is "Llama 3". */
    private static String plain(Evidence member) {
        String name = member.getModelName();
        int cut = variantIn(name, member.getVariant());
        String family = cut > 0 ? name.substring(0, cut) : name;
        String bare = family.startsWith("The ") ? family.substring(4) : family;
        return bare.strip();
    }

    /** Where the separator before the first word of the variant stands in the name; -1 when it is not in it. */
    private static int variantIn(String name, String variant) {
        int end = variant.indexOf('-');
        String word = end > 0 ? variant.substring(0, end) : variant;
        int at = word.isEmpty() ? -1 : name.toLowerCase(Locale.ROOT).indexOf(word);
        boolean apart = at > 1 && " -_(".indexOf(name.charAt(at - 1)) >= 0;
        return apart ? at - 1 : -1;
    }

    private static Optional<String> shortest(List<String> names) {
        return names.stream().filter(name -> !name.isEmpty()).min(PLAINEST);
    }
}
