package org.computedivide.streams.rules.priors;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is known of a release beside its numbers, as terms of a linear model.
 *
 * @param year decimal year of publication
 * @param affiliation by the set rule
 * @param domains as in Evidence
 * @param cues as in Evidence
 */
public record Traits(
        double year,
        String affiliation,
        boolean paper,
        boolean release,
        boolean base,
        Set<String> domains,
        Set<String> cues) {

    private static final Set<String> LANGUAGE = Set.of("language", "multimodal");
    private static final Set<String> OTHER_KINDS = Set.of("mixed", "nonprofit", "government");
    private static final List<String> DOMAINS = List.of(
            "vision", "image-generation", "video", "audio", "biology", "games", "robotics", "other", "multimodal");

    /** How many terms at the beginning say only when; they are hardly shrunk in a fit. */
    static final int TERMS_OF_TIME = 6;

    public Traits {
        domains = Set.copyOf(domains);
        cues = Set.copyOf(cues);
    }

    /** Language models are fitted apart from all others, because they grew in another way. */
    String group() {
        return domains.stream().anyMatch(LANGUAGE::contains) || domains.isEmpty() ? "language" : "other";
    }

    boolean isLanguage() {
        return group().equals("language");
    }

    /** Names of the terms, in the order of {@link #values()}. */
    static List<String> names() {
        List<String> names = new ArrayList<>(List.of(
                "constant",
                "to-2010",
                "2010-2017",
                "2017-2020",
                "2020-2023",
                "from-2023",
                "academia",
                "collaboration",
                "other-kind",
                "unknown-kind",
                "paper",
                "release",
                "base"));
        DOMAINS.forEach(domain -> names.add("domain-" + domain));
        Cues.all().forEach(cue -> names.add("cue-" + cue));
        return List.copyOf(names);
    }

    /** One for every name: time in years, all else 0 or 1. */
    double[] values() {
        List<Double> values = new ArrayList<>(List.of(
                1.0,
                Math.min(year, 2010) - 2010,
                within(2010, 2017),
                within(2017, 2020),
                within(2020, 2023),
                Math.max(0, year - 2023)));
        values.add(one(affiliation.equals("academia")));
        values.add(one(affiliation.equals("collaboration")));
        values.add(one(OTHER_KINDS.contains(affiliation)));
        values.add(one(affiliation.equals("unknown")));
        values.add(one(paper));
        values.add(one(release));
        values.add(one(base));
        DOMAINS.forEach(domain -> values.add(one(domains.contains(domain))));
        Cues.all().forEach(cue -> values.add(one(cues.contains(cue))));
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double within(int from, int to) {
        return Math.max(0, Math.min(year, to) - from);
    }

    private static double one(boolean is) {
        return is ? 1 : 0;
    }
}
