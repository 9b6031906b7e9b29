package org.computedivide.streams.rules.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.computedivide.avro.Evidence;
import org.computedivide.streams.rules.identity.Links.Relation;

/**
 * Whom a strong key ties together. Repositories and names tie all that bear them. Addresses of papers and pages tie
 * observations of one edition only; an address that several posts of one site have is that of a list, and ties none.
 */
final class Ties {

    private final Links links;
    private final Function<String, Evidence> evidence;
    private final Map<String, Edition> editions = new HashMap<>();
    private final Map<String, Boolean> lists = new HashMap<>();

    Ties(Links links, Function<String, Evidence> evidence) {
        this.links = links;
        this.evidence = evidence;
    }

    /** Whether the key that both bear makes them one. */
    boolean joins(String key, String one, String other) {
        return !isAddress(key) || (!isList(key) && !edition(one).isOtherThan(edition(other)));
    }

    /** What of an observation decides whom the key ties it to: two that agree in it are tied to the same. */
    String side(String key, String observation) {
        return isAddress(key) ? edition(observation).toString() : "";
    }

    /** The key as one that names a family: what it does not tie together is named apart. */
    String naming(String key, String observation) {
        if (!isAddress(key)) {
            return key;
        }
        return isList(key)
                ? key + " " + observation
                : key + edition(observation).named();
    }

    private static boolean isAddress(String key) {
        return key.startsWith("url:") || key.startsWith("arxiv:");
    }

    private Edition edition(String observation) {
        return editions.computeIfAbsent(observation, one -> Edition.of(evidence.apply(one)));
    }

    private boolean isList(String key) {
        return key.startsWith("url:") && lists.computeIfAbsent(key, this::bearsSeveralPosts);
    }

    private boolean bearsSeveralPosts(String key) {
        var names = new TreeMap<String, TreeSet<String>>();
        for (String observation : links.from(Relation.KEY, key)) {
            Evidence one = evidence.apply(observation);
            if (one.getForm().equals("post")) {
                names.computeIfAbsent(one.getSource(), source -> new TreeSet<>())
                        .add(one.getFamily());
            }
        }
        return names.values().stream().anyMatch(several -> several.size() > 1);
    }
}
