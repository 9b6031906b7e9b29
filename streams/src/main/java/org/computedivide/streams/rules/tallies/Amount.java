package org.computedivide.streams.rules.tallies;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.computedivide.avro.CountedRelease;
import org.computedivide.streams.rules.draws.Spread;
import org.jspecify.annotations.Nullable;

/** What is summed over releases, each with its own interval. */
enum Amount {
    COMPUTE("compute", "FLOP"),
    COST("cost", "USD"),
    COST_RENTAL("costRental", "USD"),
    COST_STATED("costStated", "USD"),
    ENERGY("energy", "kWh"),
    CARBON("carbon", "kg CO2e"),
    CHIP_HOURS("chipHours", "chip-hours");

    static final List<Amount> ALL = List.of(values());

    private static final Set<Dimension> FEW = EnumSet.of(
            Dimension.TOTAL,
            Dimension.AFFILIATION,
            Dimension.OPENNESS,
            Dimension.COUNTRY,
            Dimension.BLOC,
            Dimension.CHIP_CLASS);
    private static final Set<Dimension> MOST = EnumSet.complementOf(
            EnumSet.of(Dimension.LEGAL_LINE, Dimension.INDUSTRY_CODE, Dimension.MAKER, Dimension.ORGANIZATION));

    private static final double THOUSAND = 1000;

    private final String measure;
    private final String unit;

    Amount(String measure, String unit) {
        this.measure = measure;
        this.unit = unit;
    }

    /** Name of the sum in the tallies. */
    String measure() {
        return measure;
    }

    String unit() {
        return unit;
    }

    /** Label of the releases that it is summed over. */
    String selection() {
        return this == COMPUTE ? Selection.ALL.withCompute() : Selection.ALL.label();
    }

    /** By what it is told apart. */
    boolean isToldBy(Dimension dimension) {
        return (this == COMPUTE ? MOST : FEW).contains(dimension);
    }

    /** Of one release; null when it is not known. */
    @Nullable
    Double of(CountedRelease release) {
        return switch (this) {
            case COMPUTE -> release.getAdded();
            case COST -> release.getCost();
            case COST_RENTAL -> release.getRental();
            case COST_STATED -> release.getCostStated();
            case ENERGY -> release.getEnergy();
            case CARBON -> release.getCarbon();
            case CHIP_HOURS -> release.getChipHours();
        };
    }

    /** The draws of one release that has it. */
    Spread spread(CountedRelease release, double value) {
        String id = release.getFamilyId();
        return this == COMPUTE
                ? new Spread(id, value, release.getSigma(), release.getMethod(), release.getDay())
                : Spread.unlimited(id + " " + measure, value, sigma(release), measure);
    }

    private double sigma(CountedRelease release) {
        return switch (this) {
            case COMPUTE -> release.getSigma();
            case COST -> release.getCostSigma() / THOUSAND;
            case COST_RENTAL -> release.getRentalSigma() / THOUSAND;
            case ENERGY -> release.getEnergySigma() / THOUSAND;
            case CARBON -> release.getCarbonSigma() / THOUSAND;
            case COST_STATED, CHIP_HOURS -> 0;
        };
    }
}
