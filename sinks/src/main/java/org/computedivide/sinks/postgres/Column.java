package org.computedivide.sinks.postgres;

import org.jspecify.annotations.Nullable;

/**
 * A column and how its value is drawn from a record.
 *
 * @param name the name in the database
 * @param type how the value travels
 * @param reading draws the value; null stands for null
 */
record Column<V>(String name, ColumnType type, Reading<V> reading) {

    /** Draws the value of a column from a row. */
    @FunctionalInterface
    interface Reading<V> {
        @Nullable
        Object of(Row<V> row);
    }

    /** The value as an element of the array that is sent. */
    @Nullable
    Object wire(Row<V> row) {
        Object value = reading.of(row);
        return value == null ? null : type.wire(value);
    }

    static <V> Column<V> text(String name, Reading<V> reading) {
        return new Column<>(name, ColumnType.TEXT, reading);
    }

    static <V> Column<V> texts(String name, Reading<V> reading) {
        return new Column<>(name, ColumnType.TEXTS, reading);
    }

    static <V> Column<V> whole(String name, Reading<V> reading) {
        return new Column<>(name, ColumnType.WHOLE, reading);
    }

    static <V> Column<V> number(String name, Reading<V> reading) {
        return new Column<>(name, ColumnType.NUMBER, reading);
    }

    static <V> Column<V> flag(String name, Reading<V> reading) {
        return new Column<>(name, ColumnType.FLAG, reading);
    }

    static <V> Column<V> day(String name, Reading<V> reading) {
        return new Column<>(name, ColumnType.DAY, reading);
    }

    static <V> Column<V> instant(String name, Reading<V> reading) {
        return new Column<>(name, ColumnType.INSTANT, reading);
    }

    static <V> Column<V> json(String name, Reading<V> reading) {
        return new Column<>(name, ColumnType.JSON, reading);
    }
}
