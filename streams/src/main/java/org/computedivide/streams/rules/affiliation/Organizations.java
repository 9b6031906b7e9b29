package org.computedivide.streams.rules.affiliation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.computedivide.avro.Organization;

/** Turns a name as written into an organisation with its type and country; what nothing tells stays unknown. */
public final class Organizations {

    private static final int LONGEST = 300;

    private final Register register;
    private final NameParts parts;

    public Organizations(Register register) {
        this.register = register;
        this.parts = new NameParts(register);
    }

    /** An organisation by the name that a paper or table gives it. */
    public Organization named(String written) {
        return named(written, "");
    }

    /** The same for a thing of a day (ISO date, empty when unknown), since parents change. */
    Organization named(String written, String date) {
        String name = (written.length() > LONGEST ? written.substring(0, LONGEST) : written).strip();
        return register.byName(name)
                .or(() -> register.bySpelling(name))
                .or(() -> parts.known(name))
                .map(found -> organization(found, "register", date))
                .or(() -> byMail(name))
                .or(() -> parts.unitOf(name).map(found -> organization(found, "register-unit", date)))
                .or(() -> byWords(name))
                .orElseGet(() -> bare(name));
    }

    /** The owner of an account on a model hub; a person or group that the register lacks stays unknown. */
    public Organization account(String namespace) {
        return account(namespace, "");
    }

    Organization account(String namespace, String date) {
        return register.byNamespace(namespace)
                .map(found -> organization(found, "namespace", date))
                .orElseGet(() -> stranger(namespace, "unknown", "unknown"));
    }

    /** The owner of an account that a paper links; an account that the register lacks says nothing. */
    Optional<Organization> linked(String namespace, String date) {
        return register.byNamespace(namespace).map(found -> organization(found, "link", date));
    }

    /** The registered organisation whose name these words begin with, the longest that there is. */
    Optional<Organization> said(String words, String date) {
        String name = words.strip();
        while (!name.isEmpty()) {
            Optional<Known> known = register.byName(name);
            if (known.isPresent()) {
                return known.map(found -> organization(found, "said", date));
            }
            name = name.substring(0, Math.max(0, name.lastIndexOf(' ')));
        }
        return Optional.empty();
    }

    /** The owner of a web site. */
    Optional<Organization> site(String host, String date) {
        return register.byDomain(host).map(found -> organization(found, "domain", date));
    }

    /** Name of the head of the organisation's family, for example Alphabet for Google DeepMind; its own name otherwise. */
    public String head(Organization organization) {
        return register.byName(organization.getName())
                .map(found -> register.root(found).name())
                .orElse(organization.getName());
    }

    private Optional<Organization> byMail(String name) {
        int at = name.lastIndexOf('@');
        return at < 0 ? Optional.empty() : MailDomain.organization(name.substring(at + 1), register);
    }

    /**
     * By the words of the name. Of a name with several parts ("Key Laboratory, Ministry of Education, Wombat University")
     * a part that says university or company stands before what the whole says.
     */
    private static Optional<Organization> byWords(String name) {
        List<String> segments = NameParts.segments(name);
        Stream<Optional<String>> types = segments.stream().map(OrganizationWords::type);
        List<String> said = types.flatMap(Optional::stream).toList();
        boolean several = segments.size() > 1;
        if (several && said.contains("academia")) {
            return Optional.of(stranger(name, "academia", "keyword"));
        }
        if (several && said.contains("industry")) {
            return Optional.of(stranger(name, "industry", "keyword"));
        }
        return OrganizationWords.type(name).map(type -> stranger(name, type, "keyword"));
    }

    /**
     * A short name without a word that says what it is. Of such names in the lists of makers most are companies, so a
     * table's or paper's bare name counts as one, by a rule of its own that a reader can leave out.
     */
    private static Organization bare(String name) {
        boolean proper = !name.isEmpty() && name.length() <= 40 && Character.isLetterOrDigit(name.codePointAt(0));
        return proper ? stranger(name, "industry", "bare-name") : stranger(name, "unknown", "unknown");
    }

    private static Organization stranger(String name, String type, String rule) {
        return Organization.newBuilder()
                .setName(name)
                .setType(type)
                .setCountry(Countries.of(name))
                .setRule(rule)
                .build();
    }

    /** A row that says only that somebody belongs nowhere is of no type, and names no maker. */
    static Organization organization(Known known, String rule, String date) {
        boolean nobody = Objects.equals(known.type(), "unknown");
        return Organization.newBuilder()
                .setName(known.name())
                .setType(known.type())
                .setCountry(known.country())
                .setParent(known.parentOn(date))
                .setStateInstitute(known.stateInstitute())
                .setRule(nobody ? "unknown" : rule)
                .build();
    }
}
