package org.computedivide.streams.topologies;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.computedivide.avro.CountedRelease;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.computedivide.streams.rules.tallies.CountedReleases;

/** What moves tallies and trends: a release that came, changed or went, or a day that began. */
sealed interface ReleaseOrDay {

    /** What the release counts for; empty when it is gone, withdrawn or has no date. */
    record Counted(Optional<CountedRelease> release) implements ReleaseOrDay {}

    record DayBegan(LocalDate day) implements ReleaseOrDay {}

    /** Both topics as one stream, by family id or date. */
    static KStream<String, ReleaseOrDay> read(StreamsBuilder builder, TopicSerdes serdes) {
        KStream<String, ReleaseOrDay> releases = builder.stream(
                        Topics.RELEASES.name(),
                        Consumed.with(Serdes.String(), serdes.of(Topics.RELEASES))
                                .withName("read-releases"))
                .mapValues(
                        release -> new Counted(Optional.ofNullable(release).flatMap(CountedReleases::of)),
                        Named.as("count-release"));
        KStream<String, ReleaseOrDay> days = builder.stream(
                        Topics.DAYS.name(),
                        Consumed.with(Serdes.String(), serdes.of(Topics.DAYS)).withName("read-days"))
                .mapValues(day -> new DayBegan(LocalDate.parse(day.getDate())), Named.as("begin-day"));
        return releases.merge(days, Named.as("releases-and-days"));
    }
}
