package org.computedivide.streams.rules.identity;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Openness;

/**
 * How open a family is: each component by the best voice that knows it. For the weights the maker's repository speaks
 * before a post, and the repository of the headline variant before its smaller sisters, whose licence may be another.
 */
final class OpennessFold {

    private final List<Openness> heard;

    OpennessFold(List<Evidence> members, String headlineVariant) {
        this.heard = members.stream()
                .sorted(Comparator.<Evidence, Voice>comparing(Voice::of)
                        .thenComparing(evidence -> !Voice.isRepository(evidence))
                        .thenComparing(evidence -> !evidence.getVariant().equals(headlineVariant))
                        .thenComparing(Versions::key))
                .map(Evidence::getOpenness)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Empty when no member says anything. */
    Optional<Openness> fold() {
        return heard.isEmpty() ? Optional.empty() : Optional.of(folded());
    }

    private Openness folded() {
        Openness weights =
                first(Openness::getWeights).orElseGet(() -> licensed().orElse(heard.get(0)));
        var dimensions = new TreeMap<String, String>();
        heard.forEach(openness -> openness.getDimensions().forEach(dimensions::putIfAbsent));
        return Openness.newBuilder(weights)
                .setTrainingCode(value(Openness::getTrainingCode, "unknown"))
                .setData(value(Openness::getData, "unknown"))
                .setMofClass(value(Openness::getMofClass, ""))
                .setDimensions(dimensions)
                .build();
    }

    private Optional<Openness> licensed() {
        return first(Openness::getLicense);
    }

    private String value(Function<Openness, String> component, String otherwise) {
        return first(component).map(component).orElse(otherwise);
    }

    private Optional<Openness> first(Function<Openness, String> component) {
        return heard.stream()
                .filter(openness -> !List.of("", "unknown").contains(component.apply(openness)))
                .findFirst();
    }
}
