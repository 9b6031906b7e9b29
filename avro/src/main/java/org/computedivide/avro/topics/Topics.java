package org.computedivide.avro.topics;

import static org.computedivide.avro.topics.Topic.Cleanup.COMPACT;
import static org.computedivide.avro.topics.Topic.Cleanup.DELETE;
import static org.computedivide.avro.topics.Topic.Cleanup.KEEP;

import java.util.List;
import org.computedivide.avro.Alert;
import org.computedivide.avro.BackfillOrder;
import org.computedivide.avro.Correction;
import org.computedivide.avro.Cursor;
import org.computedivide.avro.Day;
import org.computedivide.avro.Digest;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fired;
import org.computedivide.avro.LiteratureClaim;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Rejected;
import org.computedivide.avro.Release;
import org.computedivide.avro.Seen;
import org.computedivide.avro.SourceHealth;
import org.computedivide.avro.Tally;
import org.computedivide.avro.Trend;

/**
 * Every topic of the monitor. Up to the evidence the partition is the unit of scale; from there on one writer sees all
 * names and all releases (docs/adr/0001), so those topics have one partition.
 */
public final class Topics {

    /** Never changed: keys must keep their partition for ever. */
    public static final int OBSERVATION_PARTITIONS = 12;

    public static final Topic<Observation> OBSERVATIONS = new Topic<>(
            "divide.observations.v1",
            "source/nativeId",
            Observation.class,
            OBSERVATION_PARTITIONS,
            KEEP,
            "The log of record: what each source said, every version of it.");

    public static final Topic<Day> DAYS = new Topic<>(
            "divide.days.v1", "date", Day.class, 1, KEEP, "The days that were ticked: windows roll on them.");

    public static final Topic<Cursor> CURSORS = new Topic<>(
            "divide.cursors.v1",
            "source or source/backfill",
            Cursor.class,
            1,
            COMPACT,
            "Where the next fetch of a source starts.");

    public static final Topic<Seen> SEEN = new Topic<>(
            "divide.seen.v1", "source/nativeId", Seen.class, 1, COMPACT, "What was last seen of each item.");

    public static final Topic<BackfillOrder> BACKFILLS = new Topic<>(
            "divide.backfills.v1",
            "source",
            BackfillOrder.class,
            1,
            COMPACT,
            "Histories that are to be loaded; carried out by whoever asks the source.");

    public static final Topic<SourceHealth> SOURCES =
            new Topic<>("divide.sources.v1", "source", SourceHealth.class, 1, COMPACT, "How each source is doing.");

    public static final Topic<Evidence> EVIDENCE = new Topic<>(
            "divide.evidence.v1",
            "source/nativeId",
            Evidence.class,
            1,
            COMPACT,
            "Facts, classes and identity keys of the newest version of each observation.");

    public static final Topic<Release> RELEASES = new Topic<>(
            "divide.releases.v1", "family id", Release.class, 1, COMPACT, "Families enriched; a tombstone ends one.");

    public static final Topic<Tally> TALLIES = new Topic<>(
            "divide.tallies.v1",
            "measure|selection|dimension=value|window",
            Tally.class,
            1,
            COMPACT,
            "Counts, sums and shares; an empty cell is a tombstone.");

    public static final Topic<Trend> TRENDS =
            new Topic<>("divide.trends.v1", "trend|selection", Trend.class, 1, COMPACT, "Fitted growth.");

    public static final Topic<LiteratureClaim> LITERATURE = new Topic<>(
            "divide.literature.v1",
            "claim",
            LiteratureClaim.class,
            1,
            COMPACT,
            "Published claims on the compute divide, each with what it is today.");

    public static final Topic<Digest> DIGESTS = new Topic<>(
            "divide.digests.v1", "ISO week", Digest.class, 1, COMPACT, "The weekly aggregate; written once a week.");

    public static final Topic<Correction> CORRECTIONS = new Topic<>(
            "divide.corrections.v1", "family id", Correction.class, 1, KEEP, "What was published and has changed.");

    public static final Topic<Alert> FRONTIER_COMPUTE = alerts(
            "frontier-compute",
            "Releases whose compute may be among the ten largest of all published on or before their date.");

    public static final Topic<Alert> THRESHOLD =
            alerts("threshold", "Releases whose cumulative compute probably exceeds a line drawn by law.");

    public static final Topic<Alert> OPEN_WEIGHTS =
            alerts("open-weights", "Releases with open weights at or above 1e23 FLOP.");

    public static final Topic<Alert> CLASS_JUMP = alerts(
            "class-jump", "Sources of which many items changed to one class (licence, weights, kind) within an hour.");

    public static final Topic<Alert> OVERSIZED_FAMILY =
            alerts("oversized-family", "Families of more than 300 observations: strangers may have been joined.");

    public static final Topic<Fired> ALERTS_FIRED = new Topic<>(
            "divide.alerts-fired.v1", "alert id", Fired.class, 1, COMPACT, "The ledger of alerts; never rebuilt.");

    public static final Topic<Rejected> REJECTED = new Topic<>(
            "divide.rejected.v1",
            "source/nativeId",
            Rejected.class,
            1,
            DELETE,
            "What our own checks refused, and why.");

    /** Bytes as they came, with their origin in the headers; no Avro type. */
    public static final String DEAD_LETTERS = "divide.dead-letters.v1";

    /** One topic per alert stream, so that analysts subscribe, and access is granted, by name. */
    public static final List<Topic<Alert>> ALERTS =
            List.of(FRONTIER_COMPUTE, THRESHOLD, OPEN_WEIGHTS, CLASS_JUMP, OVERSIZED_FAMILY);

    /** The streams of alerts that are about a release; the rest ask the operator to look at a source or a family. */
    public static final List<Topic<Alert>> RELEASE_ALERTS = List.of(FRONTIER_COMPUTE, THRESHOLD, OPEN_WEIGHTS);

    public static final List<Topic<?>> ALL = List.of(
            OBSERVATIONS,
            DAYS,
            CURSORS,
            SEEN,
            BACKFILLS,
            SOURCES,
            EVIDENCE,
            RELEASES,
            TALLIES,
            TRENDS,
            LITERATURE,
            DIGESTS,
            CORRECTIONS,
            FRONTIER_COMPUTE,
            THRESHOLD,
            OPEN_WEIGHTS,
            CLASS_JUMP,
            OVERSIZED_FAMILY,
            ALERTS_FIRED,
            REJECTED);

    private Topics() {}

    /** The stream of alerts that a topic carries, for example {@code frontier-compute}. */
    public static String streamOf(Topic<Alert> topic) {
        String name = topic.name();
        return name.substring("divide.alerts.".length(), name.length() - ".v1".length());
    }

    private static Topic<Alert> alerts(String stream, String purpose) {
        return new Topic<>("divide.alerts." + stream + ".v1", "alert id", Alert.class, 1, KEEP, purpose);
    }
}
