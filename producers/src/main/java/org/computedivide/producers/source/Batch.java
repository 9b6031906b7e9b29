package org.computedivide.producers.source;

import java.util.List;
import org.computedivide.avro.Rejected;

/**
 * What one page gave.
 *
 * @param drafts observations to be
 * @param rejected items that were refused one by one
 * @param position where to go on
 */
public record Batch(List<Draft> drafts, List<Rejected> rejected, String position) {

    public Batch {
        drafts = List.copyOf(drafts);
        rejected = List.copyOf(rejected);
    }

    /** A page that gave items. */
    public static Batch of(List<Draft> drafts, String position) {
        return new Batch(drafts, List.of(), position);
    }

    /** A page that only moves the position. */
    public static Batch move(String position) {
        return of(List.of(), position);
    }
}
