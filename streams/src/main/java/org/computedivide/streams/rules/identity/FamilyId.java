package org.computedivide.streams.rules.identity;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Names families: a slug for people and 8 hexadecimal digits of the least strong key. Names come before repositories
 * and papers in the order of keys, because the name is what the members of a family share: a paper that joins later
 * does not rename it.
 */
final class FamilyId {

    private static final List<String> KINDS = List.of("name:", "repo:", "url:", "arxiv:");
    private static final Comparator<String> BY_KIND =
            Comparator.<String>comparingInt(FamilyId::rank).thenComparing(Comparator.naturalOrder());
    private static final int SLUG_LENGTH = 40;

    private FamilyId() {}

    /** The id of the family that owns these strong keys, none of them empty. */
    static String of(Collection<String> keys, String familyName) {
        String least = keys.stream().min(BY_KIND).orElseThrow();
        return slug(nameIn(least, familyName)) + "-" + Hashes.sha256(least).substring(0, 8);
    }

    private static int rank(String key) {
        for (int i = 0; i < KINDS.size(); i++) {
            if (key.startsWith(KINDS.get(i))) {
                return i;
            }
        }
        return KINDS.size();
    }

    private static String nameIn(String key, String familyName) {
        boolean named = key.startsWith("name:") && key.indexOf(Overrides.BY) < 0;
        return named ? key.substring(key.lastIndexOf('/') + 1) : familyName;
    }

    private static String slug(String name) {
        var slug = new StringBuilder();
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.';
            if (plain) {
                slug.append(c);
            } else if (slug.length() > 0 && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        String cut = slug.length() > SLUG_LENGTH ? slug.substring(0, SLUG_LENGTH) : slug.toString();
        String trimmed = cut.endsWith("-") ? cut.substring(0, cut.length() - 1) : cut;
        return trimmed.isEmpty() ? "release" : trimmed;
    }
}
