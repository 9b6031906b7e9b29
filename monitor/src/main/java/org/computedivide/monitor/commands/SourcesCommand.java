package org.computedivide.monitor.commands;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.computedivide.avro.Alert;
import org.computedivide.avro.SourceHealth;
import org.computedivide.avro.topics.Topics;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.output.Column;
import org.computedivide.monitor.reading.Reading;
import org.computedivide.producers.Sources;
import org.computedivide.producers.source.SourceInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How each source is doing. */
@Command(
        name = "sources",
        description = {
            "Print how each source is doing, how fresh what we have of it is, and when it is asked next.",
            "fresh: time between its last answer and our last try.",
            "lag, lag90: half, and nine in ten, of so many lagged items were seen within this time after publication. What was there"
                    + " at the first look, histories and tables do not count. ~: the source tells days only, counted from midnight.",
            "alarm: many of its items changed to one class within an hour, in the week before our last try. Look at the source before"
                    + " the tallies of these items are believed; ./divide alerts list says more."
        },
        synopsisSubcommandLabel = "[COMMAND]",
        subcommands = {SourceTest.class, SourceAdd.class})
public final class SourcesCommand extends LatestCommand<SourceHealth> {

    private static final String PER_DAY = "day";
    private static final String ALARM = "alarm";
    private static final Duration SHOWN = Duration.ofDays(7);

    /** The newest alarm on each source. */
    private final Map<String, Alert> alarms = new TreeMap<>();

    @Option(names = "--markdown", description = "the page docs/sources.md, made from the definitions")
    private boolean markdown;

    public SourcesCommand() {
        super(
                Topics.SOURCES,
                Column.of("source", 20, "source"),
                Column.of("state", 12, "state"),
                Column.of("items", 8, "items"),
                Column.of("errors", 6, "errors"),
                Column.of("rejected", 8, "rejected"),
                Column.of("lastSuccess", 24, "lastSuccess"),
                new Column("fresh", 8, SourcesCommand::freshness, SourcesCommand::freshness),
                new Column(
                        "lag", 8, health -> lag(health, "lagMedianSeconds"), health -> lag(health, "lagMedianSeconds")),
                new Column("lag90", 8, health -> lag(health, "lagP90Seconds"), health -> lag(health, "lagP90Seconds")),
                Column.of("lagged", 8, "lagItems"),
                Column.of("nextAttempt", 24, "nextAttempt"),
                Column.of("alarm", 40, ALARM),
                Column.of("message", 60, "message"));
    }

    @Override
    void prepare(Reading reading) {
        reading.topics().latest(Topics.CLASS_JUMP).stream()
                .sorted(Comparator.comparing(Alert::getObservedAt))
                .forEach(alarm -> alarms.put(alarm.getSubject(), alarm));
    }

    @Override
    ObjectNode row(SourceHealth health) {
        ObjectNode row = super.row(health);
        Optional.ofNullable(alarms.get(health.getSource()))
                .flatMap(alarm -> shown(alarm, health))
                .ifPresent(words -> row.put(ALARM, words));
        return row;
    }

    /** What the newest alarm on a source says, as long as it is fresh. */
    static Optional<String> shown(Alert alarm, SourceHealth health) {
        return Optional.ofNullable(health.getLastAttempt())
                .filter(attempt -> alarm.getObservedAt().isAfter(attempt.minus(SHOWN)))
                .map(attempt -> alarm.getEdge());
    }

    @Override
    public Integer call() {
        if (markdown) {
            options().out().print(SourcesPage.markdown());
            options().out().flush();
            return 0;
        }
        return super.call();
    }

    /** What has told how it is doing, and what is set but has not been asked yet. */
    @Override
    List<SourceHealth> whole(List<SourceHealth> told) {
        Map<String, SourceHealth> byId = new TreeMap<>();
        told.forEach(health -> byId.put(health.getSource(), health));
        for (SourceInfo info : configured()) {
            byId.computeIfAbsent(
                    info.id(),
                    id -> SourceHealth.newBuilder()
                            .setSource(id)
                            .setName(info.name())
                            .setUrl(info.url().toString())
                            .setState("waiting")
                            .setMessage("not asked yet")
                            .build());
        }
        return List.copyOf(byId.values());
    }

    private List<SourceInfo> configured() {
        try {
            return Sources.list(options().read().sources());
        } catch (IllegalArgumentException e) {
            throw new CannotRun(String.valueOf(e.getMessage()), e);
        }
    }

    private static String freshness(ObjectNode health) {
        String success = health.path("lastSuccess").asText("");
        String attempt = health.path("lastAttempt").asText("");
        if (attempt.isEmpty()) {
            return "";
        }
        return success.isEmpty() ? "never" : words(Duration.between(Instant.parse(success), Instant.parse(attempt)));
    }

    private static String lag(ObjectNode health, String field) {
        String about = health.path("lagPrecision").asText("").equals(PER_DAY) ? "~" : "";
        return health.has(field)
                ? about + words(Duration.ofSeconds(health.get(field).longValue()))
                : "";
    }

    /** A time as people say it, in its largest unit: 40 s, 15 min, 3 h, 2 d. */
    static String words(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        return seconds < 120
                ? seconds + " s"
                : seconds < 7_200
                        ? seconds / 60 + " min"
                        : seconds < 172_800 ? seconds / 3_600 + " h" : seconds / 86_400 + " d";
    }
}
