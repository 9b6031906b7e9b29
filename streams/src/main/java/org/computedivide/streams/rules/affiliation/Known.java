package org.computedivide.streams.rules.affiliation;

import java.util.List;

/**
 * An organisation of the register.
 *
 * @param name canonical name
 * @param aliases other names as they are written
 * @param domains hosts of its web pages and mail
 * @param namespaces its accounts on model hubs and code forges
 * @param type academia, industry, government or nonprofit
 * @param country ISO 3166-1 alpha-2, empty when it has none
 * @param parent canonical name of the parent, empty when it has none
 * @param parentSince ISO date from which it has that parent, empty when it always had or nobody noted it
 * @param stateInstitute a public research institute, counted as academia
 * @param source where the row comes from
 */
public record Known(
        String name,
        List<String> aliases,
        List<String> domains,
        List<String> namespaces,
        String type,
        String country,
        String parent,
        String parentSince,
        boolean stateInstitute,
        String source) {

    /** Characters of a year, the least that a date has. */
    private static final int DAY = 4;

    public Known {
        aliases = List.copyOf(aliases);
        domains = List.copyOf(domains);
        namespaces = List.copyOf(namespaces);
    }

    /** The parent that it had on a day (ISO date); of a thing without a date, the parent of today. */
    String parentOn(String date) {
        return date.length() >= DAY && date.compareTo(parentSince) < 0 ? "" : parent;
    }
}
