package org.computedivide.streams.rules.affiliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.computedivide.streams.rules.names.Folded;

/** Finds a registered organisation inside a longer name: behind a department, before "Research", beside an acronym. */
final class NameParts {

    private static final int MOST_SEGMENTS = 8;
    private static final int MOST_WORDS = 5;

    /** A word that says "a part of the organisation named before it". */
    private static final Set<String> UNITS = Set.of(
            "ai",
            "lab",
            "labs",
            "laboratory",
            "laboratories",
            "research",
            "researcher",
            "team",
            "group",
            "institute",
            "center",
            "centre",
            "division",
            "department",
            "services",
            "science",
            "cloud",
            "robotics",
            "r",
            "inc",
            "ltd",
            "corporation",
            "corp",
            "company",
            "technologies",
            "technology",
            "america",
            "europe",
            "asia",
            "china",
            "japan",
            "korea",
            "india",
            "usa",
            "uk",
            "canada",
            "germany",
            "france",
            "switzerland",
            "israel",
            "singapore",
            "silicon",
            "new",
            "translation",
            "medical",
            "health",
            "speech",
            "vision",
            "language",
            "campus",
            "engineering",
            "intelligent",
            "artificial");

    private final Register register;

    NameParts(Register register) {
        this.register = register;
    }

    /** The pieces of a name between commas, semicolons, slashes and spaced dashes. */
    static List<String> segments(String name) {
        var segments = new ArrayList<String>();
        for (String piece : name.split("[,;/|&]| [-–—] | @ ", MOST_SEGMENTS)) {
            if (!piece.isBlank()) {
                segments.add(piece.strip());
            }
        }
        return segments;
    }

    /** The registered organisation beside an acronym in brackets, or among the pieces of the name; the last one wins. */
    Optional<Known> known(String name) {
        return bracket(name).or(() -> among(segments(name))).or(() -> behindAt(name));
    }

    private Optional<Known> bracket(String name) {
        int open = name.indexOf('(');
        int close = name.indexOf(')', open + 1);
        if (open <= 0 || close < 0) {
            return Optional.empty();
        }
        return register.byName(name.substring(0, open)).or(() -> register.byName(name.substring(open + 1, close)));
    }

    private Optional<Known> among(List<String> segments) {
        for (int i = segments.size() - 1; i >= 0; i--) {
            String piece = segments.get(i);
            Optional<Known> found =
                    segments.size() > 1 && piece.length() > 2 ? register.byName(piece) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** "FAIR at Wombat" is of Wombat. */
    private Optional<Known> behindAt(String name) {
        int at = name.lastIndexOf(" at ");
        return at < 0 ? Optional.empty() : register.byName(name.substring(at + 4));
    }

    /** The organisation whose name begins a piece and is followed by a word for a part of it: "Wombat Research Berlin". */
    Optional<Known> unitOf(String name) {
        for (String piece : segments(name)) {
            List<String> words = List.of(Folded.of(piece).split(" ", -1));
            for (int n = Math.min(MOST_WORDS, words.size() - 1); n > 0; n--) {
                Optional<Known> found = UNITS.contains(words.get(n))
                        ? register.byName(String.join(" ", words.subList(0, n)))
                        : Optional.empty();
                if (found.filter(NameParts::isDistinct).isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Short names ("LIST", "RISE") begin too many others. */
    private static boolean isDistinct(Known known) {
        return known.name().length() > 4 || known.type().equals("industry");
    }
}
