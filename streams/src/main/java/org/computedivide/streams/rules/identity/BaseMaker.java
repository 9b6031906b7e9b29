package org.computedivide.streams.rules.identity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.computedivide.avro.BaseModel;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;
import org.computedivide.streams.rules.affiliation.Known;
import org.computedivide.streams.rules.affiliation.Register;
import org.computedivide.streams.rules.names.Folded;
import org.computedivide.streams.rules.text.CsvTable;

/** Which kind of organisation made the model that a release was built on. */
final class BaseMaker {

    private static final String NONE = "none";
    private static final String UNKNOWN = "unknown";
    private static final Map<String, List<String>> MAKERS_OF_FAMILIES = read();

    private BaseMaker() {}

    /**
     * The kind of maker of the first base whose maker is known.
     *
     * @param members in the order of their keys
     * @return a type of organisation, unknown when no maker of a base is known, none when no base is named
     */
    static String of(List<Evidence> members) {
        List<String> bases = members.stream()
                .flatMap(BaseMaker::bases)
                .filter(base -> !base.isBlank())
                .toList();
        return bases.isEmpty()
                ? NONE
                : bases.stream()
                        .flatMap(base -> maker(base).stream())
                        .map(Known::type)
                        .findFirst()
                        .orElse(UNKNOWN);
    }

    private static Stream<String> bases(Evidence member) {
        return Stream.concat(
                member.getBaseModels().stream().map(BaseModel::getId),
                member.getFacts().stream()
                        .filter(fact -> fact.getField().equals("baseModel"))
                        .map(Fact::getText));
    }

    private static Optional<Known> maker(String base) {
        int slash = base.indexOf('/');
        return slash > 0 ? Register.standard().byNamespace(base.substring(0, slash)) : ofFamily(base);
    }

    /** The key of a family that its name says to be of a well-known line: {@code name:meta/llama-3}. */
    static Optional<String> keyOf(String family) {
        return ofFamily(family)
                .map(Register.standard()::root)
                .map(maker -> "name:" + Folded.slug(maker.name()) + "/" + family);
    }

    /** Llama of "Llama 2 7B". */
    static Optional<Known> ofFamily(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < lower.length() && Character.isLetter(lower.charAt(end))) {
            end++;
        }
        return MAKERS_OF_FAMILIES.getOrDefault(lower.substring(0, end), List.of()).stream()
                .flatMap(maker ->
                        Register.standard()
                                .byNamespace(maker)
                                .or(() -> Register.standard().byName(maker))
                                .stream())
                .findFirst();
    }

    private static Map<String, List<String>> read() {
        var makers = new TreeMap<String, List<String>>();
        CsvTable.read("base-families.csv")
                .forEach(row -> makers.put(
                        row.getOrDefault("word", ""),
                        List.of(row.getOrDefault("maker", "").split(";", -1))));
        return makers;
    }
}
