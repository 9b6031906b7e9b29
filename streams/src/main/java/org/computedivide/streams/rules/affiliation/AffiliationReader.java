package org.computedivide.streams.rules.affiliation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.computedivide.avro.Author;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Organization;
import org.computedivide.avro.Statement;
import org.computedivide.streams.rules.Form;
import org.computedivide.streams.rules.names.Folded;
import org.computedivide.streams.rules.names.Links;

/** Reads whose a thing is from the organisations, authors, address and statements of an observation. */
public final class AffiliationReader {

    /** Names of authors that stand for a group: "Kimi Team", "DeepSeek-AI". Only the first few can be one. */
    private static final int GROUP_AUTHORS = 5;

    private static final int AUTHORS = 3000;
    private static final int HEADS = 12;
    private static final int MOST_ACCOUNTS = 3;

    private final Organizations organizations = new Organizations(Register.standard());
    private final SaidMakers said = new SaidMakers(organizations);

    public Affiliation read(Observation observation) {
        List<Organization> makers = distinct(makers(observation));
        String bySet = AffiliationRule.bySet(types(makers));
        String byShare = AffiliationRule.byShare(authors(observation));
        return new Affiliation(makers, bySet, byShare.equals("unknown") ? bySet : byShare);
    }

    /** The makers that are known by name, as heads of their families, in the order of the source. */
    public List<String> heads(List<Organization> makers) {
        return makers.stream()
                .filter(maker -> !maker.getRule().equals("unknown"))
                .limit(HEADS)
                .map(organizations::head)
                .toList();
    }

    private List<Organization> makers(Observation observation) {
        var found = new ArrayList<Organization>();
        String date = date(observation);
        observation.getOrganizations().forEach(name -> found.add(listed(name, observation, date)));
        override(found, observation.getStatements());
        observation.getAuthors().stream()
                .limit(AUTHORS)
                .flatMap(author -> author.getAffiliations().stream())
                .distinct()
                .map(name -> organizations.named(name, date))
                .forEach(found::add);
        if (found.isEmpty()) {
            found.addAll(implied(observation));
        }
        return found;
    }

    /** A repository lists its account, and some that pass it on write the name out. */
    private Organization listed(String name, Observation observation, String date) {
        if (Form.of(observation) == Form.REPOSITORY) {
            Organization account = organizations.account(name, date);
            if (!account.getRule().equals("unknown")
                    || observation.getNativeId().startsWith(name + "/")) {
                return account;
            }
        }
        return organizations.named(name, date);
    }

    /**
     * Where no organisation is stated: the owner of the site, unless it shows what others made, else who announces in the
     * post; the account of the repository; a group among the authors, else the owners of the accounts that a paper
     * links, else whose mail or name stands at its head.
     */
    private List<Organization> implied(Observation observation) {
        String date = date(observation);
        return switch (Form.of(observation)) {
            case REPOSITORY -> namespace(observation.getNativeId(), date);
            case POST -> either(site(observation, date), () -> said.ofPost(observation, date));
            case PRODUCT -> site(observation, date);
            case PAPER -> {
                List<Organization> group = groups(observation.getAuthors(), date);
                yield either(
                        either(group, () -> linked(observation.getLinks(), date)),
                        () -> said.ofPaper(observation, date));
            }
            default -> groups(observation.getAuthors(), date);
        };
    }

    /** Who shows what others made owns nothing that it shows. */
    private List<Organization> site(Observation observation, String date) {
        return observation.getTier().equals("aggregator")
                ? List.of()
                : organizations.site(Links.host(observation.getUrl()), date).stream()
                        .toList();
    }

    private static List<Organization> either(List<Organization> first, Supplier<List<Organization>> second) {
        return first.isEmpty() ? second.get() : first;
    }

    /** A paper links its own code and weights first of all; who links many repositories speaks of those of others. */
    private List<Organization> linked(List<String> links, String date) {
        List<String> accounts = links.stream()
                .flatMap(link -> Links.account(link).stream())
                .distinct()
                .toList();
        return accounts.size() > MOST_ACCOUNTS
                ? List.of()
                : accounts.stream()
                        .flatMap(account -> organizations.linked(account, date).stream())
                        .toList();
    }

    private List<Organization> namespace(String id, String date) {
        int slash = id.indexOf('/');
        return slash > 0 ? List.of(organizations.account(id.substring(0, slash), date)) : List.of();
    }

    private static String date(Observation observation) {
        String date = observation.getPublishedAt();
        return date == null ? "" : date;
    }

    private List<Organization> groups(List<Author> authors, String date) {
        return authors.stream()
                .limit(GROUP_AUTHORS)
                .flatMap(author -> group(author.getName(), date).stream())
                .limit(1)
                .toList();
    }

    private Optional<Organization> group(String author, String date) {
        Optional<Known> exact = Register.standard().byName(author);
        String shorter = author.replaceFirst("(?i)\\s(?:team|research|contributors|group)$", "");
        return exact.or(() -> shorter.equals(author)
                        ? Optional.empty()
                        : Register.standard().byName(shorter))
                .map(known -> Organizations.organization(known, "register", date));
    }

    /** A curated table states type and country of the organisations that it names, in the same order. */
    private static void override(List<Organization> found, List<Statement> statements) {
        List<String> types = stated(statements, "organizationType", found.size());
        List<String> countries = stated(statements, "country", found.size());
        for (int i = 0; i < found.size(); i++) {
            var changed = Organization.newBuilder(found.get(i));
            String type = i < types.size() ? AffiliationReader.type(types.get(i)) : "";
            if (!type.isEmpty()) {
                changed.setType(type).setRule("table");
            }
            if (i < countries.size() && countries.get(i).length() == 2) {
                changed.setCountry(countries.get(i));
            } else if (i < countries.size() && !Countries.of(countries.get(i)).isEmpty()) {
                changed.setCountry(Countries.of(countries.get(i)));
            }
            found.set(i, changed.build());
        }
    }

    /** Values of a field: one statement for each organisation, or one with a comma between them; nothing when they do not fit. */
    private static List<String> stated(List<Statement> statements, String field, int organizations) {
        var values = new ArrayList<String>();
        for (Statement statement : statements) {
            if (statement.getField().equals(field)) {
                values.addAll(List.of(statement.getText().split("[,;|]", -1)));
            }
        }
        if (values.size() == 1 && organizations > 1) {
            return List.of();
        }
        return values.size() == organizations
                ? values.stream().map(String::strip).toList()
                : List.of();
    }

    private static String type(String stated) {
        return switch (Folded.of(stated)) {
            case "academia" -> "academia";
            case "industry" -> "industry";
            case "government" -> "government";
            case "nonprofit", "non profit", "research collective" -> "nonprofit";
            default -> "";
        };
    }

    private List<List<String>> authors(Observation observation) {
        Map<String, String> types = new LinkedHashMap<>();
        return observation.getAuthors().stream()
                .limit(AUTHORS)
                .map(author -> author.getAffiliations().stream()
                        .map(name -> types.computeIfAbsent(
                                name, key -> organizations.named(key).getType()))
                        .toList())
                .toList();
    }

    private static List<Organization> distinct(List<Organization> makers) {
        Map<String, Organization> byName = new LinkedHashMap<>();
        makers.forEach(maker -> byName.putIfAbsent(Folded.of(maker.getName()), maker));
        return List.copyOf(byName.values());
    }

    private static List<String> types(List<Organization> makers) {
        return makers.stream().map(Organization::getType).toList();
    }
}
