package org.computedivide.streams.rules.openness;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.computedivide.streams.rules.DataFile;
import org.computedivide.streams.rules.names.Folded;

/** Licences by id, alias, family and phrase: {@code licenses.csv}. */
final class Licenses {

    private static final Licenses STANDARD = new Licenses(read());
    private static final Pattern VERSION =
            Pattern.compile("[- ]?(?:v|version )?\\d{1,2}(?:\\.\\d{1,2}){0,2}[a-z]?(?:[- +].{0,60}|\\+)?$");
    private static final Pattern SPDX = Pattern.compile("[A-Za-z][A-Za-z-]{1,30}-\\d{1,2}\\.\\d{1,2}[\\w.-]{0,30}");
    private static final Pattern NON_COMMERCIAL = Pattern.compile(
            "(?:^| )(?:nc|noncommercial|non commercial|non production|research only|research (?:use |community |model ){0,2}(?:licen[cs]e|agreement)|(?:academic|evaluation) licen[cs]e|evaluation (?:use |purposes? )?only)(?: |$)| research$");
    /** A permissive licence of which something else is said besides its name is another licence. */
    private static final Pattern CHANGED = Pattern.compile(
            "(?:^| )(?:modified|modification|custom|customi[sz]ed|amended|adapted|variant|addendum|commons clause|with (?:an |some )?(?:additional|extra|acceptable|usage|use|commercial|attribution)|based)(?: |$)");

    private static final int SHORTEST_PHRASE = 5;

    private final Map<String, License> byName = new HashMap<>();
    private final Map<String, License> byStem = new HashMap<>();
    private final List<Phrase> phrases;
    private final List<Phrase> bases;
    private final List<String> gates;

    /** The licence that binds what is made from a base, by the id of the base; the longest name counts. */
    Optional<License> ofBase(String id) {
        String padded = " " + Folded.of(id) + " ";
        return bases.stream()
                .filter(base -> padded.contains(base.text))
                .findFirst()
                .map(Phrase::license);
    }

    /** Whether this is, whole, one of the names by which a base is known. */
    boolean isBase(String name) {
        String padded = " " + Folded.of(name) + " ";
        return bases.stream().anyMatch(base -> base.text.equals(padded));
    }

    private record Phrase(String text, License license) {}

    Licenses(List<License> licenses) {
        for (License license : licenses) {
            byName.put(Folded.of(license.id()), license);
            license.aliases().forEach(alias -> byName.put(Folded.of(alias), license));
            if (!license.stem().isEmpty()) {
                byStem.putIfAbsent(Folded.of(license.stem()), license);
            }
        }
        phrases = byName.entrySet().stream()
                .filter(entry -> entry.getKey().length() >= SHORTEST_PHRASE)
                .sorted(Comparator.comparing((Map.Entry<String, License> entry) ->
                                entry.getValue().type().equals("unknown"))
                        .thenComparing(entry -> -entry.getKey().length())
                        .thenComparing(Map.Entry::getKey))
                .map(entry -> new Phrase(" " + entry.getKey() + " ", entry.getValue()))
                .toList();
        bases = licenses.stream()
                .flatMap(license ->
                        license.bases().stream().map(base -> new Phrase(" " + Folded.of(base) + " ", license)))
                .sorted(Comparator.comparingInt((Phrase base) -> -base.text.length())
                        .thenComparing(Phrase::text))
                .toList();
        gates = licenses.stream().flatMap(license -> license.gates().stream()).toList();
    }

    static Licenses standard() {
        return STANDARD;
    }

    /** The licence of an id or phrase: exact, else another version of a known family, else the longest name inside it. */
    Optional<License> find(String written) {
        String plain = Folded.of(written);
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(byName.get(plain))
                .or(() -> Optional.ofNullable(byStem.get(stem(written))))
                .or(() -> NON_COMMERCIAL.matcher(plain).find() ? inside("research only") : Optional.empty())
                .or(() -> inside(plain).flatMap(found -> unlessChanged(found, plain)));
    }

    /**
     * The licence that a repository of this id names. A name that several makers give to licences of their own means that
     * of the line of models the id belongs to.
     */
    Optional<License> find(String written, String id) {
        String stem = stem(written);
        return ofBase(id)
                .filter(terms ->
                        !terms.stem().isEmpty() && Folded.of(terms.stem()).equals(stem))
                .or(() -> find(written));
    }

    private Optional<License> unlessChanged(License found, String plain) {
        return found.type().equals("unrestricted") && CHANGED.matcher(plain).find()
                ? Optional.ofNullable(byName.get("modified permissive"))
                : Optional.of(found);
    }

    /** The licence with exactly this id, or another version of its family written as an SPDX id. */
    Optional<License> exact(String id) {
        License license = byName.get(Folded.of(id));
        if (license == null && SPDX.matcher(id).matches()) {
            license = byStem.get(stem(id));
            return Optional.ofNullable(license);
        }
        return license != null && license.id().equals(id) ? Optional.of(license) : Optional.empty();
    }

    /** The longest licence name inside a sentence, one that tells before one that does not; no common words. */
    Optional<License> inside(String folded) {
        String padded = " " + folded + " ";
        return phrases.stream()
                .filter(phrase -> padded.contains(phrase.text))
                .findFirst()
                .map(Phrase::license);
    }

    /** Whether a link leads to weights that their maker hands out on application. */
    boolean isGate(String link) {
        String address = Folded.lower(link);
        return gates.stream().anyMatch(address::contains);
    }

    private static String stem(String written) {
        return Folded.of(VERSION.matcher(Folded.lower(written.strip())).replaceFirst(""));
    }

    static List<License> read() {
        return DataFile.rows("licenses.csv").stream().map(Licenses::license).toList();
    }

    private static License license(Map<String, String> row) {
        return new License(
                row.getOrDefault("id", ""),
                DataFile.list(row.getOrDefault("aliases", "")),
                row.getOrDefault("stem", ""),
                row.getOrDefault("class", ""),
                DataFile.list(row.getOrDefault("clauses", "")),
                DataFile.list(row.getOrDefault("bases", "")),
                row.getOrDefault("open", "").equals("open"),
                row.getOrDefault("open", "").equals("partial"),
                row.getOrDefault("source", ""),
                DataFile.list(row.getOrDefault("gates", "")));
    }
}
