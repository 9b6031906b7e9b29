package org.computedivide.monitor.past;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.running.DatabaseLogin;
import org.computedivide.sinks.SinksSettings;
import org.computedivide.sinks.postgres.Database;
import org.computedivide.sinks.postgres.TableSnapshot;

/** The tables of a past moment in a schema of their own, beside those of today. */
public final class PastSchema {

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    private final DatabaseLogin login;
    private final String name;

    /**
     * @param login where the tables of today are
     * @param name of a schema that is not there yet, or empty
     */
    public PastSchema(DatabaseLogin login, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new CannotRun(
                    "\"%s\" cannot name a schema; use lower-case letters, digits and _, for example known_2026_03"
                            .formatted(name));
        }
        this.login = login;
        this.name = name;
    }

    /**
     * Makes the schema with all tables and fills it.
     *
     * @throws CannotRun when there are tables in it, or the database does not answer
     */
    public void write(Past past) {
        create();
        try (var database = new Database(inSchema())) {
            var tables = new TableSnapshot(database);
            tables.migrate();
            tables.releases(past.releases());
            tables.evidence(past.evidence());
            tables.tallies(past.tallies());
            tables.trends(past.trends());
            tables.literature(past.literature());
            past.alerts().forEach(tables::alerts);
            tables.corrections(past.corrections());
            tables.digests(past.digests());
        } catch (SQLException e) {
            throw new CannotRun("cannot make the tables of the past in %s: %s".formatted(login, e.getMessage()), e);
        }
    }

    private void create() {
        try (var database = new Database(login.sinks(0))) {
            database.jdbi().useHandle(handle -> {
                handle.execute("create schema if not exists " + name);
                int tables = handle.createQuery(
                                "select count(*) from information_schema.tables where table_schema = :name")
                        .bind("name", name)
                        .mapTo(Integer.class)
                        .one();
                if (tables > 0) {
                    throw new CannotRun(
                            "there are tables in schema %s already; choose another name, or remove them: drop schema %s cascade"
                                    .formatted(name, name));
                }
            });
        }
    }

    private SinksSettings inSchema() {
        SinksSettings settings = login.sinks(0);
        String joint = settings.jdbcUrl().contains("?") ? "&" : "?";
        return new SinksSettings(
                settings.jdbcUrl() + joint + "currentSchema=" + name, settings.user(), settings.password());
    }
}
