package org.computedivide.monitor.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.clock.ClockSetting;
import org.jspecify.annotations.Nullable;

/**
 * What the user chose. Precedence: flag, environment ({@code DIVIDE_…}), {@code divide.yaml}, default.
 *
 * @param data directory that everything is kept in; default {@code data}
 * @param kafka host:port of outside brokers; null: embedded
 * @param registry API of an outside schema registry; null: embedded
 * @param postgres JDBC address of an outside PostgreSQL; null: embedded
 * @param sources whether to scrape
 * @param web what answers for the whole web; null: the web
 * @param since where live sources begin at a first start; null: 7 days before the clock
 * @param ports where the servers listen
 */
public record MonitorSettings(
        Path data,
        @Nullable String kafka,
        @Nullable URI registry,
        @Nullable String postgres,
        boolean sources,
        @Nullable URI web,
        ClockSetting clock,
        @Nullable Instant since,
        ListenOn ports) {

    private static final Pattern PASSWORD =
            Pattern.compile("(password=)[^&\\s]*|(://[^:/@\\s]{1,64}:)[^@\\s]{1,256}(?=@)");

    /** TCP ports on the loopback address; 0: the one of last time, else any free one. */
    public record ListenOn(int page, int kafka, int registry, int postgres) {}

    static MonitorSettings of(Map<Setting, SettingsReader.Said> said) {
        var values = new Values(said);
        return new MonitorSettings(
                values.orElse(Setting.DATA, Path::of, Path.of("data")),
                values.orNull(Setting.KAFKA, MonitorSettings::hostAndPort),
                values.orNull(Setting.REGISTRY, MonitorSettings::webAddress),
                values.orNull(Setting.POSTGRES, MonitorSettings::jdbcAddress),
                values.orElse(Setting.SOURCES, MonitorSettings::trueOrFalse, true),
                values.orNull(Setting.WEB, MonitorSettings::webAddress),
                values.orElse(Setting.CLOCK, ClockSetting::parse, new ClockSetting.Machine()),
                values.orNull(Setting.SINCE, ClockSetting::instant),
                new ListenOn(
                        values.orElse(Setting.PORT, MonitorSettings::port, 0),
                        values.orElse(Setting.KAFKA_PORT, MonitorSettings::port, 0),
                        values.orElse(Setting.REGISTRY_PORT, MonitorSettings::port, 0),
                        values.orElse(Setting.POSTGRES_PORT, MonitorSettings::port, 0)));
    }

    /** An address with its password as {@code ***}, for people and logs. */
    public static String withoutSecrets(String address) {
        return PASSWORD.matcher(address).replaceAll("$1$2***");
    }

    @Override
    public String toString() {
        return "data=%s kafka=%s registry=%s postgres=%s sources=%s web=%s clock=%s since=%s ports=%s"
                .formatted(
                        data,
                        kafka,
                        registry,
                        postgres == null ? null : withoutSecrets(postgres),
                        sources,
                        web,
                        clock,
                        since,
                        ports);
    }

    private static String hostAndPort(String text) {
        for (String server : text.split(",", -1)) {
            int colon = server.lastIndexOf(':');
            if (colon < 1 || port(server.substring(colon + 1)) == 0) {
                throw new IllegalArgumentException("'%s' is not host:port".formatted(text));
            }
        }
        return text;
    }

    private static URI webAddress(String text) {
        if (!text.startsWith("http://") && !text.startsWith("https://")) {
            throw new IllegalArgumentException("'%s' is not an http address".formatted(text));
        }
        return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    private static String jdbcAddress(String text) {
        if (text.startsWith("jdbc:postgresql:")) {
            return text;
        }
        throw new IllegalArgumentException(
                "'%s' is not of the form jdbc:postgresql://host:port/database?user=…".formatted(withoutSecrets(text)));
    }

    private static boolean trueOrFalse(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("'%s' is neither true nor false".formatted(text));
        };
    }

    private static int port(String text) {
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1;
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("'%s' is not a port from 0 to 65535".formatted(text));
        }
        return port;
    }

    private record Values(Map<Setting, SettingsReader.Said> said) {

        <T> @Nullable T orNull(Setting setting, Function<String, T> reading) {
            SettingsReader.Said words = said.get(setting);
            if (words == null) {
                return null;
            }
            try {
                return reading.apply(words.value().strip());
            } catch (IllegalArgumentException e) {
                throw new CannotRun("%s: %s".formatted(words.place(), e.getMessage()), e);
            }
        }

        <T> T orElse(Setting setting, Function<String, T> reading, T fallback) {
            T value = orNull(setting, reading);
            return value == null ? fallback : value;
        }
    }
}
