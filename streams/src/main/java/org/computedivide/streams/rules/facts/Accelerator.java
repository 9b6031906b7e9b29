package org.computedivide.streams.rules.facts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A chip of accelerators.csv.
 *
 * @param kind gpu | tpu | cpu | other
 * @param country of the maker, ISO alpha-2
 * @param peak dense FLOP/s that the hardware-time estimate uses; 0 when nobody published it
 * @param released ISO 8601 day
 * @param tdp thermal design power in watts
 * @param price nominal USD per chip at the price date, as a share of a whole server
 * @param powerFactor power of a server divided by that of its chips
 * @param design what tells its export class
 */
public record Accelerator(
        String name,
        List<String> aliases,
        String kind,
        String country,
        String released,
        double peak,
        OptionalDouble fp8,
        OptionalDouble tdp,
        OptionalDouble price,
        String priceDate,
        double powerFactor,
        ChipDesign design) {

    public Accelerator {
        aliases = List.copyOf(aliases);
    }

    static Accelerator of(Map<String, String> row) {
        return new Accelerator(
                cell(row, "name"),
                List.of(cell(row, "aliases").split(";")),
                cell(row, "kind"),
                cell(row, "country"),
                cell(row, "released"),
                number(row, "peak").orElse(0),
                number(row, "fp8"),
                number(row, "tdp"),
                price(row),
                cell(row, "priceDate"),
                Double.parseDouble(cell(row, "powerFactor")),
                ChipDesign.of(row));
    }

    public boolean isTpu() {
        return kind.equals("tpu");
    }

    /** Whether a slice such as v3-512 counts cores, two of them a chip: v2, v3, v4 and v5p do, v5e and later do not. */
    public boolean sliceCountsCores() {
        String last = name.substring(name.length() - 2).toLowerCase(Locale.ROOT);
        return isTpu() && (last.equals("v2") || last.equals("v3") || last.equals("v4") || last.equals("5p"));
    }

    private static OptionalDouble price(Map<String, String> row) {
        OptionalDouble price = number(row, "price");
        return price.isPresent()
                ? OptionalDouble.of(
                        price.getAsDouble() * number(row, "serverFactor").orElse(1))
                : price;
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    static OptionalDouble number(Map<String, String> row, String column) {
        String cell = cell(row, column);
        return cell.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
    }
}
