package org.computedivide.producers;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.computedivide.producers.source.Source;
import org.computedivide.producers.source.SourceInfo;
import org.computedivide.producers.table.TableSource;

/** The sources that there are. */
public final class Sources {

    private Sources() {}

    /** What is known of every configured source, by id. */
    public static List<SourceInfo> list(ProducersSettings settings) {
        return configured(settings).stream().map(Source::info).toList();
    }

    /**
     * @throws IllegalArgumentException when the settings name a source that there is not
     */
    static List<Source> configured(ProducersSettings settings) {
        List<Source> all = all(settings);
        Set<String> unknown = new TreeSet<>(settings.sources());
        all.forEach(source -> unknown.remove(source.info().id()));
        if (!unknown.isEmpty()) {
            String known =
                    all.stream().map(source -> source.info().id()).sorted().collect(Collectors.joining(", "));
            throw new IllegalArgumentException(
                    "there is no source " + String.join(", ", unknown) + "; there are " + known);
        }
        return all.stream()
                .filter(source -> settings.sources().isEmpty()
                        || settings.sources().contains(source.info().id()))
                .toList();
    }

    private static List<Source> all(ProducersSettings settings) {
        var all = new ArrayList<Source>();
        all.add(TableSource.landmarks());
        all.add(TableSource.epoch(settings.tableInterval()));
        return all;
    }
}
