package org.computedivide.streams.rules.openness;

import java.util.Optional;
import java.util.stream.Stream;
import org.computedivide.avro.BaseModel;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.Form;
import org.computedivide.streams.rules.kind.BaseModels;
import org.computedivide.streams.rules.names.Folded;
import org.computedivide.streams.rules.names.Links;
import org.jspecify.annotations.Nullable;

/**
 * The base of a derivative whose terms pass on to all that is made from it, whatever tag the derivative carries: named
 * by the hub, or by the name of the repository itself or of the one that a paper or page links to, as such terms ask; of
 * a paper or page also by the name that its title gives the model.
 */
final class BoundBase {

    /** A bare name: of several versions, all of which bind. */
    private static final String ANY = "Llama of any version";

    /** The first version, whose name had no number. */
    private static final String FIRST = "LLaMA-1";
    /** Made from the start after the same plan, under a licence of its own. */
    private static final String REMAKE = " open llama ";
    /** The day of the second; a bare name of before means the first. */
    private static final String SECOND_ON = "2023-07-18";

    private static final int TITLE = 480;

    private BoundBase() {}

    static Optional<String> of(Observation observation) {
        boolean repository = Form.of(observation) == Form.REPOSITORY;
        String day = observation.getPublishedAt();
        Stream<String> tagged = BaseModels.of(observation).stream().map(BaseModel::getId);
        Stream<String> named = repository
                ? Stream.of(observation.getNativeId())
                : observation.getLinks().stream()
                        .filter(link -> Links.host(link).equals("huggingface.co"))
                        .map(BoundBase::repository);
        return Stream.concat(tagged, named)
                .filter(name -> name.indexOf('/') > 0)
                .map(name -> bound(name, day))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> repository ? Optional.empty() : entitled(observation, day));
    }

    private static Optional<String> bound(String name, @Nullable String day) {
        if (Licenses.standard().ofBase(name).isPresent()) {
            return Optional.of(name).filter(BoundBase::binds);
        }
        String padded = " " + Folded.of(name) + " ";
        if (isFirst(day) && padded.contains(" llama ") && !padded.contains(REMAKE)) {
            return Optional.of(FIRST);
        }
        boolean distilled = padded.matches(".{0,200} distill? .{0,40}?llama .{0,40}");
        return distilled ? Optional.of(ANY) : Optional.empty();
    }

    private static boolean binds(String base) {
        return Licenses.standard()
                .ofBase(base)
                .filter(terms -> !terms.type().equals("unrestricted"))
                .isPresent();
    }

    /**
     * "Wombat LLaMA: Tuning for Leaves": the name before the colon says what the model is made from, or is, with the
     * account that is linked, that of a line of models itself.
     */
    private static Optional<String> entitled(Observation observation, @Nullable String day) {
        String title = observation.getTitle();
        int colon = title.length() > TITLE ? -1 : title.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : own(observation, title.substring(0, colon))
                        .or(() -> made(" " + Folded.of(title.substring(0, colon)) + " ", day));
    }

    private static Optional<String> own(Observation observation, String head) {
        Stream<String> accounts = observation.getLinks().stream().flatMap(link -> Links.account(link).stream());
        return accounts.flatMap(account -> Stream.of(head, account + " " + head))
                .filter(name -> Licenses.standard().isBase(name) && binds(name))
                .findFirst();
    }

    private static Optional<String> made(String name, @Nullable String day) {
        if (!name.contains(" llama ") || name.contains(REMAKE)) {
            return Optional.empty();
        }
        return binds(name) ? Optional.of(name.strip()) : Optional.of(isFirst(day) ? FIRST : ANY);
    }

    private static boolean isFirst(@Nullable String day) {
        return day != null && day.compareTo(SECOND_ON) < 0;
    }

    private static String repository(String link) {
        String path = link.replaceFirst("^https?://(?:www\\.)?huggingface\\.co/", "");
        return path.startsWith("datasets/") || path.startsWith("spaces/") ? "" : path;
    }
}
