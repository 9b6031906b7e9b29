package org.computedivide.streams.rules.openness;

import java.util.List;

/**
 * A licence.
 *
 * @param id SPDX id, hub id, or a short name of our own
 * @param aliases other spellings
 * @param stem the id without version and suffix; other versions of the same family share the class
 * @param type unrestricted, restricted-use, non-commercial, none or unknown
 * @param clauses what binds the user: user-cap, field-of-use, derivative-naming, …
 * @param bases names that a base model under this licence has in its id; its derivatives are bound too
 * @param open approved by OSI or FSF, or an open data licence
 * @param shared binds the use, but is written for anyone to take (the RAIL licences), not by a maker for its own weights
 * @param source where the row comes from
 * @param gates parts of the addresses, in small letters, at which its maker hands the weights out on application
 */
record License(
        String id,
        List<String> aliases,
        String stem,
        String type,
        List<String> clauses,
        List<String> bases,
        boolean open,
        boolean shared,
        String source,
        List<String> gates) {

    License {
        aliases = List.copyOf(aliases);
        clauses = List.copyOf(clauses);
        bases = List.copyOf(bases);
        gates = List.copyOf(gates);
    }
}
