package org.computedivide.streams.rules.estimates;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.computedivide.avro.Evidence;
import org.jspecify.annotations.Nullable;

/** The date of a variant: the earliest that its maker gives; a curated table's only when no maker's is known. */
final class Dates {

    private Dates() {}

    static @Nullable String earliest(List<Evidence> members) {
        String maker = earliest(members, "maker");
        return maker != null ? maker : earliest(members, "");
    }

    private static @Nullable String earliest(List<Evidence> members, String tier) {
        return members.stream()
                .filter(member -> tier.isEmpty() || member.getTier().equals(tier))
                .map(Evidence::getPublishedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
