package org.computedivide.monitor.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.computedivide.avro.Observation;

/**
 * States of one table, one after the other. Each is whole: a row that the next one lacks is withdrawn by it.
 */
final class Snapshots {

    /**
     * What one state of the table says.
     *
     * @param today the day on which it was seen
     * @param observations its rows, and withdrawals of those that went
     * @param dated whether one of its rows has compute, so that a trend follows
     */
    record Step(LocalDate today, List<Observation> observations, boolean dated) {}

    private Snapshots() {}

    static List<Step> of(List<FactsFile> files) {
        var steps = new ArrayList<Step>();
        Map<String, Observation> before = Map.of();
        LocalDate last = LocalDate.MIN;
        for (FactsFile file : files) {
            LocalDate today = file.today().isAfter(last) ? file.today() : last.plusDays(1);
            Map<String, Observation> now = byName(file.observations(today, steps.isEmpty() ? "first-load" : "live"));
            steps.add(new Step(today, changes(before, now, today), file.withCompute() > 0));
            before = now;
            last = today;
        }
        return steps;
    }

    private static List<Observation> changes(
            Map<String, Observation> before, Map<String, Observation> now, LocalDate today) {
        var changes = new ArrayList<>(now.values());
        before.forEach((name, row) -> {
            if (!now.containsKey(name)) {
                changes.add(Observation.newBuilder(row)
                        .setState("withdrawn")
                        .setObservedAt(today.atStartOfDay().toInstant(java.time.ZoneOffset.UTC))
                        .build());
            }
        });
        return changes;
    }

    private static Map<String, Observation> byName(List<Observation> rows) {
        return rows.stream()
                .collect(Collectors.toMap(
                        Observation::getNativeId, row -> row, (one, other) -> other, LinkedHashMap::new));
    }
}
