package org.computedivide.streams.rules.affiliation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.computedivide.streams.rules.DataFile;
import org.computedivide.streams.rules.names.Folded;
import org.jspecify.annotations.Nullable;

/** The curated register of organisations: {@code organizations.csv}. */
public final class Register {

    private static final List<String> ACCOUNT_WORDS =
            List.of("ai", "inc", "lab", "labs", "org", "hq", "team", "official", "research");
    private static final int SHORTEST_NAME = 5;

    private static final Register STANDARD = new Register(read());

    private final Map<String, Known> byName = new HashMap<>();
    private final Map<String, Known> byLetters = new HashMap<>();
    private final Map<String, Known> byDomain = new HashMap<>();
    private final Map<String, Known> byNamespace = new HashMap<>();

    Register(List<Known> organizations) {
        organizations.forEach(this::add);
    }

    public static Register standard() {
        return STANDARD;
    }

    /** The organisation of this name or alias, however it is spelled. */
    public Optional<Known> byName(String name) {
        return Optional.ofNullable(byName.get(Folded.of(name)));
    }

    /** The organisation whose name or alias has the same letters, with or without spaces: "Wombat AI" and "WombatAI". */
    Optional<Known> bySpelling(String name) {
        String letters = Folded.letters(name);
        return letters.length() < SHORTEST_NAME ? Optional.empty() : Optional.ofNullable(byLetters.get(letters));
    }

    /** The organisation that owns this host or the domain above it. */
    public Optional<Known> byDomain(String host) {
        String domain = Folded.lower(host);
        for (int dot = 0; dot >= 0; dot = domain.indexOf('.')) {
            domain = dot == 0 ? domain : domain.substring(dot + 1);
            Known known = byDomain.get(domain);
            if (known != null) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    /**
     * The organisation with this account on a hub or forge; where no account of an organisation is noted, the account
     * that is called as it is, with or without a word such as {@code ai} or {@code labs} behind.
     */
    public Optional<Known> byNamespace(String namespace) {
        @Nullable Known noted = byNamespace.get(Folded.lower(namespace));
        return noted != null ? Optional.of(noted) : calledLike(namespace);
    }

    private Optional<Known> calledLike(String namespace) {
        String name = Folded.of(namespace);
        return called(name)
                .or(() -> ACCOUNT_WORDS.stream()
                        .filter(name::endsWith)
                        .flatMap(word -> called(
                                name.substring(0, name.length() - word.length()).strip())
                                .stream())
                        .findFirst());
    }

    private Optional<Known> called(String name) {
        String letters = name.replace(" ", "");
        return letters.length() < SHORTEST_NAME
                ? Optional.empty()
                : Optional.ofNullable(byLetters.get(letters))
                        .filter(known -> known.namespaces().isEmpty());
    }

    /** The head of the organisation's family: Alphabet for Google DeepMind; itself when it has no parent. */
    public Known root(Known organization) {
        Known head = organization;
        for (int steps = 0; !head.parent().isEmpty() && steps < 4; steps++) {
            @Nullable Known parent = byName.get(Folded.of(head.parent()));
            if (parent == null) {
                return head;
            }
            head = parent;
        }
        return head;
    }

    private void add(Known organization) {
        byName.put(Folded.of(organization.name()), organization);
        organization.aliases().forEach(alias -> byName.put(Folded.of(alias), organization));
        // An alias that is a sign only ("🤗") folds to nothing, and so does a name that is none.
        byName.remove("");
        organization.aliases().forEach(alias -> putLetters(alias, organization));
        putLetters(organization.name(), organization);
        organization.domains().forEach(domain -> byDomain.put(Folded.lower(domain), organization));
        organization.namespaces().forEach(name -> byNamespace.put(Folded.lower(name), organization));
    }

    private void putLetters(String name, Known organization) {
        byLetters.put(Folded.letters(name), organization);
    }

    static List<Known> read() {
        return DataFile.rows("organizations.csv").stream().map(Register::known).toList();
    }

    /** The organisation of one line of the register. */
    static Known known(Map<String, String> row) {
        return new Known(
                cell(row, "name"),
                DataFile.list(cell(row, "aliases")),
                DataFile.list(cell(row, "domains")),
                DataFile.list(cell(row, "namespaces")),
                cell(row, "type"),
                cell(row, "country"),
                cell(row, "parent"),
                cell(row, "parentSince"),
                cell(row, "stateInstitute").equals("true"),
                cell(row, "source"));
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }
}
