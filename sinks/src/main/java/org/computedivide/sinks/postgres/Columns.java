package org.computedivide.sinks.postgres;

import static org.computedivide.sinks.postgres.Column.flag;
import static org.computedivide.sinks.postgres.Column.number;
import static org.computedivide.sinks.postgres.Column.text;

import java.util.ArrayList;
import java.util.List;
import org.computedivide.avro.Compute;
import org.computedivide.avro.Quantity;
import org.jspecify.annotations.Nullable;

/** Collects the columns of a table; knows the groups of columns that several tables share. */
final class Columns<V> {

    /** Finds a part of a record that may be absent. */
    @FunctionalInterface
    interface Part<V, P> {
        @Nullable
        P of(Row<V> row);
    }

    /** Draws a value from a part. */
    @FunctionalInterface
    interface Of<P> {
        @Nullable
        Object in(P part);
    }

    private final List<Column<V>> columns = new ArrayList<>();

    static <V> Columns<V> start() {
        return new Columns<>();
    }

    Columns<V> add(Column<V> column) {
        columns.add(column);
        return this;
    }

    Columns<V> addAll(List<Column<V>> more) {
        columns.addAll(more);
        return this;
    }

    List<Column<V>> end() {
        return List.copyOf(columns);
    }

    /** A value with its interval: three columns. */
    static <V> List<Column<V>> quantity(String name, Part<V, Quantity> part) {
        return List.of(
                number(name, from(part, Quantity::getValue)),
                number(name + "_low", from(part, Quantity::getLow)),
                number(name + "_high", from(part, Quantity::getHigh)));
    }

    /** Training compute with all that qualifies it. */
    static <V> List<Column<V>> compute(Part<V, Compute> part) {
        return List.of(
                number("compute", from(part, Compute::getValue)),
                number("compute_low", from(part, Compute::getLow)),
                number("compute_high", from(part, Compute::getHigh)),
                text("compute_method", from(part, Compute::getMethod)),
                text("compute_confidence", from(part, Compute::getConfidence)),
                text("compute_arithmetic", from(part, Compute::getArithmetic)),
                number("compute_inherited", from(part, Compute::getInherited)),
                number("compute_added", from(part, Compute::getAdded)),
                text("compute_boundary", from(part, Compute::getBoundary)),
                text("compute_stage", from(part, Compute::getStage)),
                flag("compute_imputed", from(part, Compute::getImputed)),
                flag("compute_disagree", from(part, Compute::getDisagree)),
                number("compute_sigma", from(part, Compute::getSigma)));
    }

    static <V, P> Column.Reading<V> from(Part<V, P> part, Of<P> value) {
        return row -> {
            P found = part.of(row);
            return found == null ? null : value.in(found);
        };
    }
}
