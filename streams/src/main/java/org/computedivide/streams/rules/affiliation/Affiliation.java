package org.computedivide.streams.rules.affiliation;

import java.util.List;
import org.computedivide.avro.Organization;

/**
 * Whose a thing is.
 *
 * @param organizations makers without repetition, in the order of the source
 * @param bySet type by the set rule
 * @param byShare type by the 30 % rule; as the set rule where no author is given an affiliation
 */
public record Affiliation(List<Organization> organizations, String bySet, String byShare) {

    public Affiliation {
        organizations = List.copyOf(organizations);
    }
}
