package org.computedivide.streams.rules.estimates;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalDouble;
import org.computedivide.avro.Accelerators;
import org.computedivide.avro.Quantity;
import org.computedivide.avro.Variant;
import org.computedivide.streams.rules.facts.Accelerator;
import org.computedivide.streams.rules.facts.Chips;

/**
 * Cost, energy and carbon of the final training run of a variant, from its hardware; empty when chip or chip-hours are not
 * known. Formula and constants of Cottier et al. 2024; see resources.csv.
 */
public final class Resources {

    private static final double HOURS_A_YEAR = 8766;
    private static final double DAYS_A_YEAR = 365.25;

    /** Chip-hours of one run. */
    private record Run(Accelerator chip, double chipHours, OptionalDouble hours, String source) {}

    /**
     * USD, nominal: amortised own hardware with interconnect and energy.
     *
     * @param publishedDay day of publication; training is taken to have ended 60 days before
     */
    public Optional<Quantity> cost(Variant variant, LocalDate publishedDay) {
        return run(variant).flatMap(run -> cost(run, publishedDay));
    }

    /** USD, nominal: the same chip-hours rented on demand at list price in the year of publication. */
    public Optional<Quantity> rental(Variant variant, LocalDate publishedDay) {
        return run(variant).flatMap(run -> rental(run, publishedDay));
    }

    private static Optional<Quantity> rental(Run run, LocalDate published) {
        OptionalDouble price = RentalPrices.of(run.chip().name(), published.getYear());
        double sigma = join(Constants.value("rentalSigma"), Constants.value("chipHoursSigma"));
        return price.isPresent()
                ? Optional.of(quantity(run.chipHours() * price.getAsDouble(), sigma, run.source(), "list-price"))
                : Optional.empty();
    }

    /** kWh at the facility: chips, server and cooling. */
    public Optional<Quantity> energy(Variant variant) {
        return run(variant).filter(run -> run.chip().tdp().isPresent()).map(Resources::energy);
    }

    /**
     * kg CO2e of the energy.
     *
     * @param country ISO alpha-2 of where it was trained, or empty when the site is unknown
     */
    public Optional<Quantity> carbon(Variant variant, String country) {
        return energy(variant).map(energy -> carbon(energy, country));
    }

    private static Optional<Run> run(Variant variant) {
        Accelerators hardware = variant.getAccelerators();
        if (hardware == null) {
            return Optional.empty();
        }
        Double count = hardware.getCount();
        Double hours = hardware.getHours();
        Double stated = hardware.getChipHours();
        double chipHours = stated != null ? stated : count != null && hours != null ? count * hours : 0;
        OptionalDouble wall = hours == null ? OptionalDouble.empty() : OptionalDouble.of(hours);
        return chipHours <= 0
                ? Optional.empty()
                : Chips.all()
                        .named(hardware.getName())
                        .map(chip -> new Run(chip, chipHours, wall, hardware.getSource()));
    }

    private static Optional<Quantity> cost(Run run, LocalDate published) {
        if (run.chip().price().isEmpty()) {
            return Optional.empty();
        }
        double perHour = run.chip().price().getAsDouble()
                * StrictMath.pow(10, -Constants.value("depreciation") * yearsOwned(run, published))
                * Constants.value("amortisation")
                / HOURS_A_YEAR;
        double chips = perHour * (1 + Constants.value("interconnect")) * run.chipHours();
        double electricity = run.chip().tdp().isPresent() ? energy(run).getValue() * Constants.value("electricity") : 0;
        double sigma = join(Constants.value("costSigma"), Constants.value("chipHoursSigma"));
        return Optional.of(quantity(chips + electricity, sigma, run.source(), "amortised-hardware"));
    }

    /** Years from acquisition to the start of training, not below 0. */
    static double yearsOwned(Accelerator chip, OptionalDouble hours, LocalDate published) {
        long days = Math.round(hours.isPresent() ? hours.getAsDouble() / 24 : Constants.value("trainingDays"));
        LocalDate start = published.minusDays(days + Math.round(Constants.value("trainingToPublication")));
        LocalDate delivered = LocalDate.parse(chip.released()).plusDays(Math.round(Constants.value("deliveryDays")));
        LocalDate priced = chip.priceDate().isEmpty() ? delivered : LocalDate.parse(chip.priceDate());
        LocalDate acquired = priced.isAfter(delivered) && priced.isBefore(start) ? priced : delivered;
        return Math.max(0, ChronoUnit.DAYS.between(acquired, start) / DAYS_A_YEAR);
    }

    private static double yearsOwned(Run run, LocalDate published) {
        return yearsOwned(run.chip(), run.hours(), published);
    }

    private static Quantity energy(Run run) {
        Constants.Constant draw = Constants.of(run.chip().isTpu() ? "drawTpu" : "drawGpu");
        Constants.Constant pue = Constants.of("pue");
        double kilowatts = run.chip().tdp().orElse(0) / 1000 * run.chip().powerFactor() * draw.value() * pue.value();
        double sigma = join(join(draw.sigma(), pue.sigma()), Constants.value("chipHoursSigma"));
        return quantity(run.chipHours() * kilowatts, sigma, run.source(), "facility");
    }

    private static Quantity carbon(Quantity energy, String country) {
        Optional<Double> known = Constants.grid(country);
        double sigma = StrictMath.log10(energy.getHigh() / energy.getLow()) / (2 * Widths.Z90);
        double grid = Constants.value(known.isPresent() ? "gridSigma" : "gridSigmaUnknown");
        double kilograms = energy.getValue() * known.orElseGet(Constants::worldGrid);
        return quantity(
                kilograms, join(sigma, grid), energy.getSource(), known.isPresent() ? "grid-" + country : "grid-world");
    }

    private static double join(double a, double b) {
        return StrictMath.sqrt(a * a + b * b);
    }

    private static Quantity quantity(double value, double sigma, String source, String rule) {
        double factor = StrictMath.pow(10, Widths.Z90 * sigma);
        return Quantity.newBuilder()
                .setValue(value)
                .setLow(value / factor)
                .setHigh(value * factor)
                .setSource(source)
                .setRule(rule)
                .build();
    }
}
