package org.computedivide.monitor.commands;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.computedivide.avro.SourceHealth;
import org.computedivide.avro.topics.Topics;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.output.Column;
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
                    + " at the first look, histories and tables do not count. ~: the source tells days only, counted from midnight."
        },
        synopsisSubcommandLabel = "[COMMAND]",
        subcommands = {SourceTest.class, SourceAdd.class})
public final class SourcesCommand extends LatestCommand<SourceHealth> {

    private static final String PER_DAY = "day";

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
                Column.of("message", 60, "message"));
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
