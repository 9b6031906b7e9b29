package org.computedivide.streams.rules.identity;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * A copy that shares its parts, for changing a field or two of a record that is kept: the builders of Avro copy all parts, which
 * is most of the work where only a number changes. Parts are never changed in place.
 */
final class Shallow {

    private Shallow() {}

    static <R extends SpecificRecordBase> R copy(R from, R into) {
        for (Schema.Field field : from.getSchema().getFields()) {
            into.put(field.pos(), from.get(field.pos()));
        }
        return into;
    }
}
