package org.computedivide.sinks.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.computedivide.sinks.SinksSettings;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.jdbi.v3.core.Jdbi;

/** The database: connections, and the tables brought up to date. It need not be there when this is made. */
public final class Database implements AutoCloseable {

    private static final String MIGRATIONS = "classpath:org/computedivide/sinks/postgres/migrations";
    private static final int CONNECTIONS = 10;
    private static final int WAIT_MILLIS = 3_000;
    private static final String CONNECT_SECONDS = "3";
    private static final String SILENCE_SECONDS = "60";

    private final HikariDataSource source;
    private final Jdbi jdbi;
    private boolean migrated;

    public Database(SinksSettings settings) {
        var config = new HikariConfig();
        config.setJdbcUrl(settings.jdbcUrl());
        config.setUsername(settings.user());
        config.setPassword(settings.password().value());
        config.setPoolName("tables");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT_MILLIS);
        config.setInitializationFailTimeout(-1);
        config.setConnectionInitSql("set time zone 'UTC'");
        config.addDataSourceProperty("connectTimeout", CONNECT_SECONDS);
        config.addDataSourceProperty("socketTimeout", SILENCE_SECONDS);
        config.addDataSourceProperty("ApplicationName", "compute-divide-sinks");
        this.source = new HikariDataSource(config);
        this.jdbi = Jdbi.create(source);
    }

    /** Runs SQL against the tables. */
    public Jdbi jdbi() {
        return jdbi;
    }

    /** Brings the tables up to date once; later calls do nothing. Fails when the database cannot be reached. */
    synchronized void migrate() throws SQLException {
        if (migrated) {
            return;
        }
        String schema;
        try (Connection connection = source.getConnection()) {
            schema = connection.getSchema();
        }
        MigrateResult result = Flyway.configure()
                .dataSource(source)
                .defaultSchema(schema)
                .locations(MIGRATIONS)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        migrated = result.success;
    }

    @Override
    public void close() {
        source.close();
    }
}
