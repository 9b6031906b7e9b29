package org.computedivide.streams.rules.alerts;

import java.util.List;

/** A rule of alerts: a function of one release and the computes of all. */
interface Rule {

    /** The id, and the name of its stream of alerts. */
    String id();

    int version();

    /** A verdict for each edge that the release is above or close to; for all others it is below. */
    List<Verdict> judge(Case release, CountedComputes computes);
}
