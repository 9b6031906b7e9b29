package org.computedivide.sinks.web;

import java.net.URI;
import java.util.List;
import org.computedivide.sinks.SinksSettings;
import org.computedivide.sinks.TestPostgres;
import org.computedivide.sinks.postgres.Database;
import org.computedivide.sinks.postgres.FilledTables;

/** For whoever works on the page: serves it with plausible rows, or none, until it is interrupted. */
final class LookAtThePage {

    private LookAtThePage() {}

    /** Arguments: a port, and the word {@code empty} for a page without rows. */
    public static void main(String[] arguments) throws Exception {
        try (TestPostgres postgres = TestPostgres.start()) {
            SinksSettings fresh = postgres.freshDatabase();
            int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
            var settings = new SinksSettings(fresh.jdbcUrl(), fresh.user(), fresh.password(), port, (URI) null);
            try (var database = new Database(settings);
                    var page = new WebPage(settings, database, List::of)) {
                var tables = new FilledTables(database);
                tables.migrate();
                if (!List.of(arguments).contains("empty")) {
                    new PlausibleRows(tables).write();
                }
                page.start();
                System.out.println(page.address());
                Thread.currentThread().join();
            }
        }
    }
}
