package org.computedivide.streams.rules.affiliation;

import java.util.Optional;
import org.computedivide.avro.Organization;

/** Turns a name as written into an organisation with its type and country; what nothing tells stays unknown. */
public final class Organizations {

    private final Register register;

    public Organizations(Register register) {
        this.register = register;
    }

    /** An organisation by the name that a paper or table gives it. */
    public Organization named(String written) {
        String name = written.strip();
        return known(name)
                .map(found -> organization(found, "register"))
                .or(() -> byMail(name))
                .or(() -> OrganizationWords.type(name).map(type -> stranger(name, type, "keyword")))
                .orElseGet(() -> bare(name));
    }

    /** The owner of an account on a model hub; a person or group that the register lacks stays unknown. */
    public Organization account(String namespace) {
        return register.byNamespace(namespace)
                .map(found -> organization(found, "namespace"))
                .orElseGet(() -> stranger(namespace, "unknown", "unknown"));
    }

    /** The owner of a web site. */
    public Optional<Organization> site(String host) {
        return register.byDomain(host).map(found -> organization(found, "domain"));
    }

    /** Name of the head of the organisation's family, for example Alphabet for Google DeepMind; its own name otherwise. */
    public String head(Organization organization) {
        return register.byName(organization.getName())
                .map(found -> register.root(found).name())
                .orElse(organization.getName());
    }

    /** The registered organisation, also when an acronym in brackets or a department before a comma is added. */
    private Optional<Known> known(String name) {
        return register.byName(name)
                .or(() -> bracket(name))
                .or(() -> name.indexOf(',') > 0 ? parts(name) : Optional.empty());
    }

    private Optional<Known> bracket(String name) {
        int open = name.indexOf('(');
        int close = name.indexOf(')', open + 1);
        if (open <= 0 || close < 0) {
            return Optional.empty();
        }
        return register.byName(name.substring(0, open)).or(() -> register.byName(name.substring(open + 1, close)));
    }

    private Optional<Known> parts(String name) {
        String[] parts = name.split(",", 6);
        for (int i = parts.length - 1; i >= 0; i--) {
            Optional<Known> found = parts[i].strip().length() > 2 ? register.byName(parts[i]) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Organization> byMail(String name) {
        int at = name.lastIndexOf('@');
        return at < 0 ? Optional.empty() : MailDomain.organization(name.substring(at + 1), register);
    }

    /**
     * A short name without a word that says what it is. Of such names in the lists of makers most are companies, so a
     * table's or paper's bare name counts as one, by a rule of its own that a reader can leave out.
     */
    private Organization bare(String name) {
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

    static Organization organization(Known known, String rule) {
        return Organization.newBuilder()
                .setName(known.name())
                .setType(known.type())
                .setCountry(known.country())
                .setParent(known.parent())
                .setStateInstitute(known.stateInstitute())
                .setRule(rule)
                .build();
    }
}
