package org.computedivide.monitor.commands;

import org.computedivide.avro.Release;
import org.computedivide.avro.topics.Topics;
import org.computedivide.monitor.output.Column;
import picocli.CommandLine.Command;

/** Every release as it stands. */
@Command(name = "releases", description = "Print every release as it stands now.")
public final class Releases extends LatestCommand<Release> {

    public Releases() {
        super(
                Topics.RELEASES,
                Column.of("published", 10, "publishedDay"),
                Column.of("name", 36, "name"),
                Column.of("affiliation", 13, "affiliation"),
                Column.of("weights", 14, "openness.weights"),
                Column.power("FLOP", "compute.value"),
                Column.power("low", "compute.low"),
                Column.power("high", "compute.high"),
                Column.of("method", 18, "compute.method"),
                Column.of("organizations", 40, "organizations"));
    }
}
