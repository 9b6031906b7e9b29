package org.computedivide.streams.rules.identity;

/** What an observation does in the graph of families. */
enum Role {
    /** Announces a release: its strong keys join it with others into a family. */
    CORE,
    /** Announces none, but hangs on the one family that shares a strong key with it, and adds its facts. */
    SUPPORT,
    /** Made from another model: counted at the root base, not in the graph. */
    DERIVATIVE,
    /** Withdrawn, or never seen. */
    GONE
}
