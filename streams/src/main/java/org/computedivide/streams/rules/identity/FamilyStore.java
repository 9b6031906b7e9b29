package org.computedivide.streams.rules.identity;

import org.computedivide.avro.Evidence;
import org.computedivide.avro.Release;

/** What the single writer remembers between two records. */
public interface FamilyStore {

    /** The newest evidence of each observation by source/nativeId; withdrawn ones stay as a mark of their version. */
    Shelf<Evidence> evidence();

    /** The releases as they were last sent, by family id. */
    Shelf<Release> releases();

    /** Links between observations, keys and names, and where each observation was placed. */
    Links links();

    /** A store in memory. */
    static FamilyStore inMemory() {
        var spellings = new Spellings();
        return new MemoryStore(
                new PackedShelf<>(spellings, Evidence.class), new HeldShelf<>(), new HeldLinks(spellings));
    }

    /** All of it in memory. */
    record MemoryStore(Shelf<Evidence> evidence, Shelf<Release> releases, Links links) implements FamilyStore {}
}
