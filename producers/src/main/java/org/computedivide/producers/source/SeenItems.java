package org.computedivide.producers.source;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.computedivide.avro.Seen;

/** What was last seen of each item of one source. */
public interface SeenItems {

    /** Nothing was seen yet. */
    SeenItems NONE = new SeenItems() {
        @Override
        public Optional<Seen> of(String nativeId) {
            return Optional.empty();
        }

        @Override
        public Set<String> present() {
            return Set.of();
        }
    };

    /** The item as last seen. */
    Optional<Seen> of(String nativeId);

    /** Ids of the items that were present when last seen. */
    Set<String> present();

    /** Id of the item that comes next in the order of ids, withdrawn ones among them, for they may come back. */
    default Optional<String> after(String nativeId) {
        return present().stream().filter(id -> id.compareTo(nativeId) > 0).min(Comparator.naturalOrder());
    }

    /** Id of the present item that has a lasting name. */
    default Optional<String> named(String lastingName) {
        return Optional.empty();
    }
}
