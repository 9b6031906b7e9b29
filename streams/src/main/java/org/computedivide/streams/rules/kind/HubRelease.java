package org.computedivide.streams.rules.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.affiliation.Known;
import org.computedivide.streams.rules.affiliation.Register;
import org.computedivide.streams.rules.names.ModelName;

/**
 * Whether a repository is a release of its own. A base of a registered account is one, and so is what its maker tuned
 * from a base that the same maker made. A registered maker's fine-tune of somebody else's base is one only if it added
 * enough compute, which the base decides. A stranger's upload is one only when its card says that it was trained from
 * scratch with at least {@link #LEAST_PARAMETERS} parameters.
 */
final class HubRelease {

    /** A line for unregistered accounts: below it lie exercises; the smallest models that made news lie above. */
    private static final long LEAST_PARAMETERS = 100_000_000L;

    private HubRelease() {}

    static Kind judged(Observation observation, Kind kind) {
        Optional<Known> maker = Register.standard().byNamespace(HubKind.owner(observation));
        String release = switch (kind.kind()) {
            case Kind.BASE -> maker.isPresent() || (isSaid(kind) && isLarge(observation)) ? "true" : "false";
            case Kind.FINETUNE ->
                maker.filter(known -> !kind.rule().equals(HubKind.BORROWED))
                        .map(known -> tuned(known, observation, kind))
                        .orElse("false");
            default -> "false";
        };
        var flags = new ArrayList<>(kind.flags());
        if (release.equals("false") && kind.kind().equals(Kind.BASE) && !flags.contains("unknown-origin")) {
            flags.add("unknown-origin");
        }
        return new Kind(kind.kind(), release, kind.rule(), kind.quote(), kind.baseModels(), List.copyOf(flags));
    }

    private static String tuned(Known maker, Observation observation, Kind kind) {
        if (kind.baseModels().isEmpty()) {
            String owner = HubKind.owner(observation);
            String name = observation.getNativeId().substring(owner.length() + 1);
            return BorrowedName.is(name, owner, maker) ? "false" : "true";
        }
        String head = Register.standard().root(maker).name();
        boolean ownBase = kind.baseModels().stream().anyMatch(base -> head.equals(head(base.getId())));
        if (ownBase) {
            return "true";
        }
        ModelName own = ModelName.read(observation.getNativeId());
        List<String> baseFamilies = kind.baseModels().stream()
                .map(base -> ModelName.read(base.getId()).familyKey())
                .toList();
        return own.isDistinct() && !baseFamilies.contains(own.familyKey()) ? "depends-on-base" : "false";
    }

    private static String head(String id) {
        int slash = id.indexOf('/');
        return slash < 0
                ? ""
                : Register.standard()
                        .byNamespace(id.substring(0, slash))
                        .map(known -> Register.standard().root(known).name())
                        .orElse("");
    }

    /** A name or a task alone says that nothing was tuned, not that it is news. */
    private static boolean isSaid(Kind kind) {
        return kind.rule().equals("card-says-from-scratch");
    }

    private static boolean isLarge(Observation observation) {
        Long parameters =
                observation.getHub() == null ? null : observation.getHub().getParameters();
        return parameters != null && parameters >= LEAST_PARAMETERS;
    }
}
