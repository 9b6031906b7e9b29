package org.computedivide.streams.rules.openness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.DataFile;
import org.computedivide.streams.rules.Form;
import org.computedivide.streams.rules.affiliation.Known;
import org.computedivide.streams.rules.affiliation.Register;

/**
 * Makers that publish code under a permissive licence and weights under terms of their own ({@code maker-terms.csv}). A
 * paper or page of theirs that names a permissive licence names that of the code. A repository of weights is believed:
 * its licence is that of the files in it.
 */
final class MakerTerms {

    private static final Map<String, Row> ROWS = rows();

    private MakerTerms() {}

    private record Row(License paper, License page, String from, String until) {

        boolean holds(String day) {
            return day.compareTo(from) >= 0 && (until.isEmpty() || day.compareTo(until) <= 0);
        }
    }

    /** The terms of the weights, by the first organisation and the day; empty where none are known. */
    static Optional<License> of(Observation observation) {
        List<String> organizations = observation.getOrganizations();
        String day = observation.getPublishedAt();
        if (organizations.isEmpty() || day == null || Form.of(observation) == Form.REPOSITORY) {
            return Optional.empty();
        }
        return Register.standard()
                .byName(organizations.get(0))
                .map(Known::name)
                .flatMap(maker -> Optional.ofNullable(ROWS.get(maker)))
                .filter(row -> row.holds(day))
                .map(row -> Form.of(observation) == Form.PAPER ? row.paper() : row.page());
    }

    private static Map<String, Row> rows() {
        Map<String, Row> rows = new HashMap<>();
        DataFile.rows("maker-terms.csv")
                .forEach(row -> rows.put(
                        row.getOrDefault("maker", ""),
                        new Row(
                                license(row.getOrDefault("paper", "")),
                                license(row.getOrDefault("page", "")),
                                row.getOrDefault("from", ""),
                                row.getOrDefault("until", ""))));
        return rows;
    }

    private static License license(String id) {
        return Licenses.standard()
                .exact(id)
                .orElseThrow(() -> new IllegalStateException("maker-terms.csv names no known licence: " + id));
    }
}
