package org.computedivide.producers.fetch;

/** What came of reading a page. */
public sealed interface Reading<T> {

    /** The page was read to its end. */
    record Read<T>(T value) implements Reading<T> {}

    /**
     * The page is not what it should be; nothing of it is taken.
     *
     * @param reason a stable word of {@code Rejected.reason}
     * @param detail one sentence: what, where
     */
    record Refused<T>(String reason, String detail) implements Reading<T> {}

    /** The page lacks an element that it always had: the site was rebuilt. */
    record PageChanged<T>(String selector) implements Reading<T> {}

    /** The page is whole and holds nothing of interest: as good as if it were not there. */
    record Nothing<T>() implements Reading<T> {}

    /** A page that was read to its end. */
    static <T> Reading<T> read(T value) {
        return new Read<>(value);
    }

    /** A page of which nothing is taken. */
    static <T> Reading<T> refused(String reason, String detail) {
        return new Refused<>(reason, detail);
    }
}
