package org.computedivide.streams.rules.openness;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.DataFile;
import org.computedivide.streams.rules.Form;
import org.computedivide.streams.rules.affiliation.Known;
import org.computedivide.streams.rules.affiliation.Register;
import org.computedivide.streams.rules.names.Folded;
import org.computedivide.streams.rules.names.Links;

/**
 * Makers, or accounts of theirs, that publish code under a permissive licence and weights under terms of their own ({@code
 * maker-terms.csv}). A paper or page of theirs that names a permissive licence names that of the code.
 *
 * <p>The accounts that it links are asked first, since they say where code and weights lie; then their owners; the first
 * organisation only where no account is linked.
 */
final class MakerTerms {

    private static final List<Row> ROWS =
            DataFile.rows("maker-terms.csv").stream().map(MakerTerms::row).toList();

    private MakerTerms() {}

    /** Terms of one maker or account for papers, for pages, and for repositories whose tag is "other". */
    private record Row(
            String maker,
            String account,
            Optional<License> paper,
            Optional<License> page,
            Optional<License> other,
            String from,
            String until) {

        boolean holds(String day) {
            return day.compareTo(from) >= 0 && (until.isEmpty() || day.compareTo(until) <= 0);
        }
    }

    /** The terms of the weights on the day of the observation; empty where none are known. */
    static Optional<License> of(Observation observation) {
        return of(observation, Form.of(observation) == Form.PAPER ? Row::paper : Row::page);
    }

    /** The terms of a repository's weights whose tag says that they are the maker's own, but not which. */
    static Optional<License> ofOwn(Observation observation) {
        return of(observation, row -> row.other().or(row::page));
    }

    private static Optional<License> of(Observation observation, Function<Row, Optional<License>> terms) {
        String day = observation.getPublishedAt();
        if (day == null) {
            return Optional.empty();
        }
        List<String> accounts = accounts(observation);
        return accounts.stream()
                .flatMap(account -> first(day, terms, row -> row.account().equals(account)).stream())
                .findFirst()
                .or(() -> makers(observation, accounts)
                        .flatMap(maker -> first(day, terms, row -> row.maker().equals(maker)).stream())
                        .findFirst());
    }

    private static Optional<License> first(String day, Function<Row, Optional<License>> terms, Predicate<Row> of) {
        return ROWS.stream()
                .filter(row -> of.test(row) && row.holds(day))
                .flatMap(row -> terms.apply(row).stream())
                .findFirst();
    }

    private static List<String> accounts(Observation observation) {
        Stream<String> linked = observation.getLinks().stream().flatMap(link -> Links.account(link).stream());
        return Stream.concat(owner(observation).stream(), linked).distinct().toList();
    }

    /** The owners of the accounts that are linked; who is named first only where none is. */
    private static Stream<String> makers(Observation observation, List<String> accounts) {
        Stream<Known> known = accounts.isEmpty()
                ? observation.getOrganizations().stream()
                        .limit(1)
                        .flatMap(name -> Register.standard().byName(name).stream())
                : accounts.stream().flatMap(account -> Register.standard().byNamespace(account).stream());
        return known.map(Known::name).distinct();
    }

    private static Optional<String> owner(Observation observation) {
        String id = observation.getNativeId();
        return Form.of(observation) == Form.REPOSITORY && id.indexOf('/') > 0
                ? Optional.of(Folded.lower(id.substring(0, id.indexOf('/'))))
                : Optional.empty();
    }

    private static Row row(Map<String, String> row) {
        return new Row(
                row.getOrDefault("maker", ""),
                row.getOrDefault("account", ""),
                license(row.getOrDefault("paper", "")),
                license(row.getOrDefault("page", "")),
                license(row.getOrDefault("other", "")),
                row.getOrDefault("from", ""),
                row.getOrDefault("until", ""));
    }

    private static Optional<License> license(String id) {
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(Licenses.standard()
                        .exact(id)
                        .orElseThrow(() -> new IllegalStateException("maker-terms.csv names no known licence: " + id)));
    }
}
