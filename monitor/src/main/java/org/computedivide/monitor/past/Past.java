package org.computedivide.monitor.past;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.computedivide.avro.Alert;
import org.computedivide.avro.Correction;
import org.computedivide.avro.Digest;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.LiteratureClaim;
import org.computedivide.avro.Release;
import org.computedivide.avro.Tally;
import org.computedivide.avro.Trend;
import org.computedivide.avro.topics.Topic;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.computedivide.monitor.reading.Reading;
import org.computedivide.monitor.reading.TopicReader;
import org.computedivide.streams.digests.ObservationLog;
import org.computedivide.streams.rules.line.Line;
import org.computedivide.streams.rules.literature.LiteratureBook;
import org.computedivide.streams.rules.literature.PublishedClaims;

/**
 * Everything that was known at a moment. Releases, facts, tallies, trends and the table of the literature are made again
 * from the log of record by the methods of today; alerts, corrections and digests are what had been said by then.
 *
 * @param evidence by source/nativeId
 * @param alerts by topic, then id
 */
public record Past(
        Moment moment,
        SortedMap<String, Release> releases,
        SortedMap<String, Evidence> evidence,
        SortedMap<String, Tally> tallies,
        SortedMap<String, Trend> trends,
        SortedMap<String, LiteratureClaim> literature,
        Map<Topic<Alert>, SortedMap<String, Alert>> alerts,
        List<Correction> corrections,
        SortedMap<String, Digest> digests) {

    /** Reads the log and the topics of the news. */
    public static Past read(Reading reading, Moment moment) {
        Line line = lines(reading, List.of(moment)).get(0);
        var evidence = new TreeMap<String, Evidence>();
        line.evidence().forEach(one -> evidence.put(one.getSource() + "/" + one.getNativeId(), one));
        SortedMap<String, Tally> tallies = line.tallies(moment.day());
        SortedMap<String, Trend> trends = line.trends(moment.day());
        TopicReader topics = reading.topics();
        return new Past(
                moment,
                line.releases(),
                evidence,
                tallies,
                trends,
                literature(tallies, trends),
                alerts(topics, moment.instant()),
                corrections(topics, moment.instant()),
                digests(topics, moment.instant()));
    }

    /** What was known at some moments; the log is read once. */
    public static List<Line> lines(Reading reading, List<Moment> moments) {
        var serdes = TopicSerdes.registry(reading.servers().registry());
        return new ObservationLog(reading.servers().kafka(), serdes)
                .known(moments.stream().map(Moment::instant).toList());
    }

    private static SortedMap<String, LiteratureClaim> literature(
            Map<String, Tally> tallies, Map<String, Trend> trends) {
        var book = new LiteratureBook(PublishedClaims.bundled());
        tallies.forEach((key, tally) -> book.tally(key, Optional.of(tally)));
        trends.forEach((key, trend) -> book.trend(key, Optional.of(trend)));
        return book.claims();
    }

    private static Map<Topic<Alert>, SortedMap<String, Alert>> alerts(TopicReader topics, Instant before) {
        var streams = new LinkedHashMap<Topic<Alert>, SortedMap<String, Alert>>();
        for (Topic<Alert> topic : Topics.ALERTS) {
            var alerts = new TreeMap<String, Alert>();
            topics.read(topic, alert -> {
                if (alert.getObservedAt().isBefore(before)) {
                    alerts.put(alert.getId(), alert);
                }
                return true;
            });
            streams.put(topic, alerts);
        }
        return streams;
    }

    private static List<Correction> corrections(TopicReader topics, Instant before) {
        var corrections = new ArrayList<Correction>();
        topics.read(Topics.CORRECTIONS, correction -> {
            if (correction.getObservedAt().isBefore(before)) {
                corrections.add(correction);
            }
            return true;
        });
        corrections.sort(Comparator.comparing(Correction::getObservedAt).thenComparing(Correction::getId));
        return corrections;
    }

    private static SortedMap<String, Digest> digests(TopicReader topics, Instant before) {
        var digests = new TreeMap<String, Digest>();
        topics.latest(Topics.DIGESTS).stream()
                .filter(digest -> digest.getMadeAt().isBefore(before))
                .forEach(digest -> digests.put(digest.getWeek(), digest));
        return digests;
    }
}
