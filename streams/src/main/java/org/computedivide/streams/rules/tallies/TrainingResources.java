package org.computedivide.streams.rules.tallies;

import java.util.Optional;
import org.computedivide.avro.Accelerators;
import org.computedivide.avro.CountedRelease;
import org.computedivide.avro.Quantity;
import org.computedivide.avro.Release;
import org.computedivide.avro.Variant;
import org.computedivide.streams.rules.facts.Chips;
import org.computedivide.streams.rules.facts.ExportLines;
import org.jspecify.annotations.Nullable;

/** What the training of a release took: hardware, money, energy, carbon. */
final class TrainingResources {

    /** From the 5th to the 95th percentile of a normal distribution, in standard deviations. */
    private static final double NINETY_PERCENT = 2 * 1.6448536269514722;

    private static final double THOUSAND = 1000;

    /** Decades; no estimate is as wide. */
    private static final double WIDEST = 100;

    private final Release release;
    private final Optional<Accelerators> hardware;

    private TrainingResources(Release release, Optional<Accelerators> hardware) {
        this.release = release;
        this.hardware = hardware;
    }

    static TrainingResources of(Release release) {
        return new TrainingResources(
                release,
                release.getVariants().stream()
                        .filter(variant -> variant.getId().equals(release.getHeadlineVariant()))
                        .findFirst()
                        .map(Variant::getAccelerators));
    }

    void fill(CountedRelease.Builder counted) {
        fillMoney(counted);
        Quantity energy = known(release.getEnergy());
        Quantity carbon = known(release.getCarbon());
        counted.setEnergy(value(energy))
                .setEnergySigma(sigma(energy))
                .setCarbon(value(carbon))
                .setCarbonSigma(sigma(carbon))
                .setChipHours(hardware.flatMap(TrainingResources::chipHours).orElse(null))
                .setFleet(hardware.flatMap(TrainingResources::fleet).orElse(null))
                .setChipClass(hardware.flatMap(chips -> Chips.all().named(chips.getName()))
                        .map(ExportLines.bundled()::classOf)
                        .orElse(""));
    }

    private void fillMoney(CountedRelease.Builder counted) {
        Quantity cost = known(release.getCost());
        Quantity rental = known(release.getCostRental());
        counted.setCost(value(cost))
                .setCostSigma(sigma(cost))
                .setRental(value(rental))
                .setRentalSigma(sigma(rental))
                .setCostStated(value(known(release.getCostStated())));
    }

    private static Optional<Double> chipHours(Accelerators chips) {
        Double stated = chips.getChipHours();
        Double count = chips.getCount();
        Double hours = chips.getHours();
        Double product = count == null || hours == null ? null : (Double) (count * hours);
        return Optional.ofNullable(stated == null ? product : stated).filter(TrainingResources::isAmount);
    }

    /** FLOP/s at the dense peak of the precision that estimates use. */
    private static Optional<Double> fleet(Accelerators chips) {
        return Optional.ofNullable(chips.getCount())
                .filter(TrainingResources::isAmount)
                .flatMap(count -> Chips.all().named(chips.getName()).map(chip -> count * chip.peak()));
    }

    private static boolean isAmount(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY;
    }

    private static @Nullable Quantity known(@Nullable Quantity quantity) {
        return quantity != null && isAmount(quantity.getValue()) ? quantity : null;
    }

    private static @Nullable Double value(@Nullable Quantity quantity) {
        return quantity == null ? null : (Double) quantity.getValue();
    }

    /** Thousandths of a decade. */
    private static int sigma(@Nullable Quantity quantity) {
        if (quantity == null || !(quantity.getLow() > 0 && quantity.getHigh() > quantity.getLow())) {
            return 0;
        }
        double decades = StrictMath.log10(quantity.getHigh() / quantity.getLow()) / NINETY_PERCENT;
        return (int) StrictMath.rint(Math.min(decades, WIDEST) * THOUSAND);
    }
}
