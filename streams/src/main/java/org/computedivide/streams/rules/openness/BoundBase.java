package org.computedivide.streams.rules.openness;

import java.util.Optional;
import java.util.stream.Stream;
import org.computedivide.avro.BaseModel;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.Form;
import org.computedivide.streams.rules.kind.BaseModels;
import org.computedivide.streams.rules.names.Folded;
import org.computedivide.streams.rules.names.Links;

/**
 * The base of a derivative whose terms pass on to all that is made from it, whatever tag the derivative carries: named
 * by the hub, or by the name of the repository itself or of the one that a paper or page links to, as such terms ask.
 */
final class BoundBase {

    /** A bare name: of several versions, all of which bind. */
    private static final String BARE = "meta-llama/Llama-2";

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
                .map(BoundBase::bound)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> bound(String name) {
        if (Licenses.standard().ofBase(name).isPresent()) {
            return Optional.of(name);
        }
        boolean distilled = (" " + Folded.of(name) + " ").matches(".{0,200} distill? .{0,40}?llama .{0,40}");
        return distilled ? Optional.of(BARE) : Optional.empty();
    }

    private static String repository(String link) {
        String path = link.replaceFirst("^https?://(?:www\\.)?huggingface\\.co/", "");
        return path.startsWith("datasets/") || path.startsWith("spaces/") ? "" : path;
    }
}
