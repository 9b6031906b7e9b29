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
 * by the hub, or by the name of the repository itself or of the one that a paper or page links to, as such terms ask.
 */
final class BoundBase {

    /** A bare name: of several versions, all of which bind. */
    private static final String BARE = "meta-llama/Llama-2";

    /** The first version, whose name had no number. */
    private static final String FIRST = "LLaMA-1";
    /** Made from the start after the same plan, under a licence of its own. */
    private static final String REMAKE = " open llama ";
    /** The day of the second; a bare name of before means the first. */
    private static final String SECOND_ON = "2023-07-18";

    private BoundBase() {}

    static Optional<String> of(Observation observation) {
        Stream<String> tagged = BaseModels.of(observation).stream().map(BaseModel::getId);
        Stream<String> named = Form.of(observation) == Form.REPOSITORY
                ? Stream.of(observation.getNativeId())
                : observation.getLinks().stream()
                        .filter(link -> Links.host(link).equals("huggingface.co"))
                        .map(BoundBase::repository);
        return Stream.concat(tagged, named)
                .filter(name -> name.indexOf('/') > 0)
                .map(name -> bound(name, observation.getPublishedAt()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> bound(String name, @Nullable String day) {
        if (Licenses.standard().ofBase(name).isPresent()) {
            return Optional.of(name);
        }
        String padded = " " + Folded.of(name) + " ";
        if (day != null && day.compareTo(SECOND_ON) < 0 && padded.contains(" llama ") && !padded.contains(REMAKE)) {
            return Optional.of(FIRST);
        }
        boolean distilled = padded.matches(".{0,200} distill? .{0,40}?llama .{0,40}");
        return distilled ? Optional.of(BARE) : Optional.empty();
    }

    private static String repository(String link) {
        String path = link.replaceFirst("^https?://(?:www\\.)?huggingface\\.co/", "");
        return path.startsWith("datasets/") || path.startsWith("spaces/") ? "" : path;
    }
}
