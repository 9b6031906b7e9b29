package org.computedivide.streams.rules.trends;

import java.util.List;
import java.util.function.Predicate;
import org.computedivide.avro.CountedRelease;
import org.computedivide.streams.rules.tallies.Blocs;
import org.computedivide.streams.rules.thresholds.Thresholds;

/**
 * Releases whose largest training run is followed.
 *
 * @param name as in Trend
 * @param holds who belongs to it
 */
record Group(String name, Predicate<CountedRelease> holds) {

    private static final Group EVERYBODY = new Group("all", release -> true);
    private static final Group INDUSTRY = affiliated("industry");
    private static final Group ACADEMIA = affiliated("academia");
    private static final Group OPEN_WEIGHTS = new Group(
            "openWeights", release -> Thresholds.bundled().openWeights().contains(release.getWeights()));
    private static final Group USA = bloc("USA");
    private static final Group CHINA = bloc("China");
    private static final Group EUROPE = bloc("EU27");
    private static final Group UK = bloc("UK");

    static final List<Group> ALL = List.of(EVERYBODY, INDUSTRY, ACADEMIA, OPEN_WEIGHTS, USA, CHINA, EUROPE, UK);

    /** One group and those that it is measured against. */
    record Behind(Group group, Group reference) {

        String name() {
            return group.name() + "→" + reference.name();
        }
    }

    static final List<Behind> LAGS = List.of(
            new Behind(ACADEMIA, INDUSTRY),
            new Behind(OPEN_WEIGHTS, EVERYBODY),
            new Behind(CHINA, USA),
            new Behind(EUROPE, USA),
            new Behind(UK, USA));

    private static Group affiliated(String type) {
        return new Group(type, release -> release.getAffiliation().equals(type));
    }

    private static Group bloc(String name) {
        return new Group(name, release -> Blocs.of(release.getCountries()).contains(name));
    }
}
