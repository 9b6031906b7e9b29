package org.computedivide.monitor.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.clock.ClockSetting;
import org.computedivide.producers.ProducersSettings;
import org.computedivide.producers.Secret;
import org.computedivide.streams.StreamsSettings;
import org.jspecify.annotations.Nullable;

/**
 * What the user chose. Precedence: flag, environment ({@code DIVIDE_…}), {@code divide.yaml}, default.
 *
 * @param data directory that everything is kept in; default {@code data}
 * @param kafka host:port of outside brokers; null: embedded
 * @param registry API of an outside schema registry; null: embedded
 * @param postgres JDBC address of an outside PostgreSQL; null: embedded
 * @param parts what runs in this process; all when nothing is said
 * @param standbys copies of each state of the topologies on other instances, 0 to 3
 * @param fitsInterval shortest time between two rounds of fits and draws
 * @param scrape whether to ask the sources
 * @param sources how the sources are asked
 * @param ports where the servers listen
 */
public record MonitorSettings(
        Path data,
        @Nullable String kafka,
        @Nullable URI registry,
        @Nullable String postgres,
        Set<Part> parts,
        int standbys,
        Duration fitsInterval,
        boolean scrape,
        ProducersSettings sources,
        ClockSetting clock,
        ListenOn ports) {

    private static final Pattern PASSWORD =
            Pattern.compile("(password=)[^&\\s]*|(://[^:/@\\s]{1,64}:)[^@\\s]{1,256}(?=@)");

    public MonitorSettings {
        parts = Set.copyOf(parts);
    }

    /** TCP ports on the loopback address; 0: the one of last time, else any free one. */
    public record ListenOn(int page, int kafka, int registry, int postgres) {}

    static MonitorSettings of(Map<Setting, SettingsReader.Said> said) {
        var values = new Values(said);
        return new MonitorSettings(
                values.orElse(Setting.DATA, Path::of, Path.of("data")),
                values.orNull(Setting.KAFKA, MonitorSettings::hostAndPort),
                values.orNull(Setting.REGISTRY, MonitorSettings::webAddress),
                values.orNull(Setting.POSTGRES, MonitorSettings::jdbcAddress),
                values.orElse(Setting.PARTS, MonitorSettings::parts, EnumSet.allOf(Part.class)),
                values.orElse(Setting.STANDBYS, MonitorSettings::standbys, 0),
                values.orElse(Setting.FITS_INTERVAL, MonitorSettings::duration, StreamsSettings.WORK_INTERVAL),
                values.orElse(Setting.SOURCES, MonitorSettings::trueOrFalse, true),
                sources(values),
                values.orElse(Setting.CLOCK, ClockSetting::parse, new ClockSetting.Machine()),
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
        return "data=%s kafka=%s registry=%s postgres=%s parts=%s standbys=%d fits=%s scrape=%s sources=%s clock=%s ports=%s"
                .formatted(
                        data,
                        kafka,
                        registry,
                        postgres == null ? null : withoutSecrets(postgres),
                        new TreeSet<>(parts),
                        standbys,
                        fitsInterval,
                        scrape,
                        sources,
                        clock,
                        ports);
    }

    private static ProducersSettings sources(Values values) {
        ProducersSettings standard = ProducersSettings.defaults();
        try {
            return new ProducersSettings(
                    values.orElse(Setting.CONTACT, text -> text, standard.contact()),
                    Optional.ofNullable(values.orNull(Setting.WEB, MonitorSettings::webAddress)),
                    Optional.ofNullable(values.orNull(Setting.SINCE, ClockSetting::instant)),
                    values.orElse(Setting.CATEGORIES, MonitorSettings::words, standard.categories()),
                    Set.copyOf(values.orElse(Setting.ONLY, MonitorSettings::words, List.of())),
                    Optional.ofNullable(values.orNull(Setting.HUB_TOKEN, Secret::new)),
                    Optional.ofNullable(values.orNull(Setting.LABS, Path::of)),
                    values.orElse(Setting.ARXIV_INTERVAL, MonitorSettings::duration, standard.arxivInterval()),
                    values.orElse(Setting.HUB_INTERVAL, MonitorSettings::duration, standard.hubInterval()),
                    values.orElse(Setting.FEED_INTERVAL, MonitorSettings::duration, standard.feedInterval()),
                    values.orElse(Setting.TABLE_INTERVAL, MonitorSettings::duration, standard.tableInterval()),
                    values.orElse(Setting.CONNECT_TIMEOUT, MonitorSettings::duration, standard.connectTimeout()),
                    values.orElse(Setting.ANSWER_TIMEOUT, MonitorSettings::duration, standard.answerTimeout()),
                    values.orElse(Setting.TIME_SCALE, Double::valueOf, standard.timeScale()));
        } catch (IllegalArgumentException e) {
            throw new CannotRun("the settings of the sources do not hold: " + e.getMessage(), e);
        }
    }

    /** Whether a part runs in this process. */
    public boolean runs(Part part) {
        return parts.contains(part) && (part != Part.SOURCES || scrape);
    }

    private static Set<Part> parts(String text) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        for (String word : words(text)) {
            parts.add(Stream.of(Part.values())
                    .filter(part -> part.name().equalsIgnoreCase(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "'%s' is none of servers | sources | topologies | tables".formatted(word))));
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("at least one of servers | sources | topologies | tables is needed");
        }
        return parts;
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Duration duration(String text) {
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative() && !duration.isZero()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        throw new IllegalArgumentException("'%s' is not a time like PT15M (15 minutes)".formatted(text));
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

    private static int standbys(String text) {
        if (text.matches("[0-3]")) {
            return Integer.parseInt(text);
        }
        throw new IllegalArgumentException("'%s' is not a number of copies from 0 to 3".formatted(text));
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
