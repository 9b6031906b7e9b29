package org.computedivide.monitor.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.computedivide.avro.Organization;
import org.computedivide.avro.Release;
import org.computedivide.avro.Tally;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.embedded.EmbeddedPostgres;
import org.computedivide.monitor.embedded.Ports;
import org.computedivide.streams.rules.tallies.TallyBook;
import org.jspecify.annotations.Nullable;

/** The same tallies, computed anew by SQL over a table of releases: what one does who has a database and no stream. */
public final class SqlTallies {

    private static final double CLOSE = 1e-9;
    private static final String TABLE = """
            create table releases (family_id text primary key, published_day date, affiliation text,
              affiliation_by_share text, weights text, license_class text, countries text[], domains text[],
              organizations text[], compute double precision, compute_added double precision)""";

    /**
     * What came out.
     *
     * @param computing how long the queries took, at best of three, the table loaded and analysed
     * @param rows rows computed
     * @param differing keys of those that differ from the row of the stream
     */
    public record Computed(Duration computing, int rows, List<String> differing) {}

    private SqlTallies() {}

    /**
     * Computes the tallies of the made releases in a PostgreSQL of its own.
     *
     * @param releases as counted in the end
     * @param tallies what the stream makes of them
     */
    public static Computed compute(Collection<Release> releases, Collection<Tally> tallies) {
        Path directory = folder();
        try (EmbeddedPostgres server = EmbeddedPostgres.start(directory, Ports.free());
                Connection connection = DriverManager.getConnection(server.jdbcUrl());
                Statement statement = connection.createStatement()) {
            load(connection, statement, releases);
            Duration best = Duration.ofDays(1);
            Map<String, Double> rows = Map.of();
            for (int run = 0; run < 3; run++) {
                long begun = System.nanoTime();
                rows = rows(statement);
                Duration time = Duration.ofNanos(System.nanoTime() - begun);
                best = time.compareTo(best) < 0 ? time : best;
            }
            return new Computed(best, rows.size(), differing(rows, tallies));
        } catch (SQLException e) {
            throw new CannotRun("the tallies cannot be computed by SQL: " + e.getMessage(), e);
        } finally {
            remove(directory);
        }
    }

    private static void load(Connection connection, Statement statement, Collection<Release> releases)
            throws SQLException {
        statement.execute(TABLE);
        try (PreparedStatement insert =
                connection.prepareStatement("insert into releases values (?, ?::date, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Release release : releases) {
                List<Object> row = row(connection, release);
                for (int column = 0; column < row.size(); column++) {
                    insert.setObject(column + 1, row.get(column));
                }
                insert.setObject(row.size() + 1, flop(release), Types.DOUBLE);
                insert.setObject(row.size() + 2, flop(release), Types.DOUBLE);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        statement.execute("analyze releases");
    }

    private static List<Object> row(Connection connection, Release release) throws SQLException {
        List<String> makers =
                release.getOrganizations().stream().map(Organization::getName).toList();
        return List.of(
                release.getFamilyId(),
                release.getPublishedDay(),
                release.getAffiliation(),
                release.getAffiliationByShare(),
                release.getOpenness().getWeights(),
                release.getOpenness().getLicenseClass(),
                connection.createArrayOf("text", release.getCountries().toArray()),
                connection.createArrayOf("text", release.getDomains().toArray()),
                connection.createArrayOf("text", makers.toArray()));
    }

    private static @Nullable Double flop(Release release) {
        return release.getCompute() == null
                ? null
                : (Double) release.getCompute().getValue();
    }

    private static Map<String, Double> rows(Statement statement) throws SQLException {
        var rows = new TreeMap<String, Double>();
        try (ResultSet result =
                statement.executeQuery(query().replace(":today", "date '" + MadeReleases.TOMORROW + "'"))) {
            while (result.next()) {
                rows.put(result.getString(1), result.getDouble(2));
            }
        }
        return rows;
    }

    private static String query() {
        try (InputStream file = Objects.requireNonNull(SqlTallies.class.getResourceAsStream("tallies.sql"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> differing(Map<String, Double> rows, Collection<Tally> tallies) {
        var streamed = tallies.stream().collect(Collectors.toMap(TallyBook::key, Tally::getNumber));
        return rows.entrySet().stream()
                .filter(row -> !isClose(row.getValue(), streamed.getOrDefault(row.getKey(), Double.NaN)))
                .map(row -> String.format(
                        Locale.ROOT,
                        "%s is %s by SQL, %s streamed",
                        row.getKey(),
                        row.getValue(),
                        streamed.get(row.getKey())))
                .toList();
    }

    private static boolean isClose(double one, double other) {
        return Math.abs(one - other) <= CLOSE * Math.abs(one);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("divide-sql");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + directory, e);
        }
    }
}
