package org.computedivide.monitor.running;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the servers are.
 *
 * @param kafka host:port, several with commas
 * @param registry API of the schema registry
 * @param postgres JDBC address; null when nobody asked for a database
 */
public record Addresses(
        String kafka, URI registry, @Nullable String postgres) {

    /** The database, for those who asked for one. */
    public String jdbc() {
        if (postgres == null || postgres.isEmpty()) {
            throw new IllegalStateException("started without a database");
        }
        return postgres;
    }
}
