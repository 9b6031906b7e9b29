package org.computedivide.streams.digests;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Serdes;
import org.computedivide.avro.Digest;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.computedivide.streams.rules.digest.Week;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the digest of each week on the Monday after it at 06:00 of the monitor's clock, by a bounded replay of the log
 * of record, and writes it once. What was missed while nothing ran is made at the next start, the newest eight weeks of
 * it; weeks without observations have no digest. The clock is asked every second, so it may run, stand or jump.
 */
public final class DigestJob implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DigestJob.class);
    private static final int MOST_AT_ONCE = 8;
    private static final int MAX_MESSAGE_BYTES = 2 * 1024 * 1024;

    private final String bootstrapServers;
    private final TopicSerdes serdes;
    private final InstantSource clock;
    private final ObservationLog log;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(DigestJob::daemon);
    private @Nullable ScheduledFuture<?> looking;
    private @Nullable Week done;

    public DigestJob(String bootstrapServers, TopicSerdes serdes, InstantSource clock) {
        this.bootstrapServers = bootstrapServers;
        this.serdes = serdes;
        this.clock = clock;
        this.log = new ObservationLog(bootstrapServers, serdes);
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "digests");
        thread.setDaemon(true);
        return thread;
    }

    /** Begins to look every second whether a digest is due; what fails is tried again. */
    public void start() {
        looking = thread.scheduleWithFixedDelay(this::lookSafely, 0, 1, TimeUnit.SECONDS);
    }

    private void lookSafely() {
        try {
            look();
        } catch (InterruptException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | ExecutionException e) {
            LOG.atWarn().addKeyValue("error", e.toString()).log("digest could not be made, trying again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws ExecutionException, InterruptedException {
        Week due = lastDue(clock.instant());
        if (done == null || due.compareTo(done) > 0) {
            write(missing(due));
            done = due;
        }
    }

    /** The last week whose digest should exist. */
    static Week lastDue(Instant now) {
        Week last = Week.of(now).previous();
        return now.isBefore(last.madeAt()) ? last.previous() : last;
    }

    private List<Week> missing(Week due) {
        Set<String> made = new TreeSet<>();
        log.read(Topics.DIGESTS, record -> made.add(record.key()));
        List<Week> missing = log.weeks().keySet().stream()
                .filter(week -> week.compareTo(due) <= 0 && !made.contains(week.label()))
                .toList();
        int skipped = Math.max(0, missing.size() - MOST_AT_ONCE);
        if (skipped > 0) {
            LOG.atInfo()
                    .addKeyValue("weeks", skipped)
                    .log("older weeks without a digest are left; ask for them by name");
        }
        return missing.subList(skipped, missing.size());
    }

    private void write(List<Week> weeks) throws ExecutionException, InterruptedException {
        if (weeks.isEmpty()) {
            return;
        }
        try (var producer = producer()) {
            for (Week week : weeks) {
                Digest digest = log.digest(week);
                long madeAt = week.madeAt().toEpochMilli();
                producer.send(new ProducerRecord<>(Topics.DIGESTS.name(), null, madeAt, week.label(), digest))
                        .get();
                LOG.atInfo()
                        .addKeyValue("week", week.label())
                        .addKeyValue("releases", digest.getEntries().size())
                        .log("digest is made");
            }
        }
    }

    private KafkaProducer<String, Digest> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_MESSAGE_BYTES,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd"),
                Serdes.String().serializer(),
                serdes.of(Topics.DIGESTS).serializer());
    }

    @Override
    public void close() {
        if (looking != null) {
            looking.cancel(true);
        }
        thread.shutdownNow();
        awaitEnd(Duration.ofSeconds(2));
    }

    private void awaitEnd(Duration longest) {
        try {
            if (!thread.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.atWarn().log("a digest is still being made; it is left and made again at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
