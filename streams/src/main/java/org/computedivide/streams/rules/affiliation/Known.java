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
        boolean stateInstitute,
        String source) {

    public Known {
        aliases = List.copyOf(aliases);
        domains = List.copyOf(domains);
        namespaces = List.copyOf(namespaces);
    }
}
