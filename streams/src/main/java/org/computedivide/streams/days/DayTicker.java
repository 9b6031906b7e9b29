package org.computedivide.streams.days;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Serdes;
import org.computedivide.avro.Day;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes each UTC day of the monitor's clock to the days topic, once, when it begins: windows roll on it. The clock is
 * asked every second, so it may run, stand or jump. Days that went by while nothing ran are not made up for; only the
 * newest matters. A day older than the last on the topic is never written.
 */
public final class DayTicker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DayTicker.class);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.DAYS.name(), 0);
    private static final Duration LONGEST_READ = Duration.ofSeconds(30);

    private final String bootstrapServers;
    private final TopicSerdes serdes;
    private final InstantSource clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(DayTicker::daemon);
    private @Nullable ScheduledFuture<?> ticking;
    private @Nullable KafkaProducer<String, Day> producer;
    private @Nullable LocalDate last;

    public DayTicker(String bootstrapServers, TopicSerdes serdes, InstantSource clock) {
        this.bootstrapServers = bootstrapServers;
        this.serdes = serdes;
        this.clock = clock;
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "day-ticker");
        thread.setDaemon(true);
        return thread;
    }

    /** Begins to tick in the background; a broker that does not answer is asked again a second later. */
    public void start() {
        ticking = thread.scheduleWithFixedDelay(this::tickSafely, 0, 1, TimeUnit.SECONDS);
    }

    private void tickSafely() {
        try {
            tick();
        } catch (InterruptException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | ExecutionException e) {
            LOG.atWarn().addKeyValue("error", e.toString()).log("day could not be ticked, trying again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tick() throws ExecutionException, InterruptedException {
        Instant now = clock.instant();
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        LocalDate known = last == null ? lastOnTopic().orElse(LocalDate.MIN) : last;
        if (today.isAfter(known)) {
            write(today, now);
        }
        last = today.isAfter(known) ? today : known;
    }

    private void write(LocalDate today, Instant now) throws ExecutionException, InterruptedException {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                    Serdes.String().serializer(),
                    serdes.of(Topics.DAYS).serializer());
        }
        Day day = Day.newBuilder().setDate(today.toString()).setObservedAt(now).build();
        producer.send(new ProducerRecord<>(PARTITION.topic(), 0, now.toEpochMilli(), day.getDate(), day))
                .get();
        LOG.atInfo().addKeyValue("day", today).log("day has begun");
    }

    private Optional<LocalDate> lastOnTopic() {
        try (var consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                Serdes.String().deserializer(),
                serdes.of(Topics.DAYS).deserializer())) {
            consumer.assign(List.of(PARTITION));
            long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
            consumer.seekToBeginning(List.of(PARTITION));
            Optional<LocalDate> latest = Optional.empty();
            while (consumer.position(PARTITION, LONGEST_READ) < end) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    LocalDate day = LocalDate.parse(record.value().getDate());
                    latest = latest.filter(day::isBefore).or(() -> Optional.of(day));
                }
            }
            return latest;
        }
    }

    @Override
    public void close() {
        if (ticking != null) {
            ticking.cancel(true);
        }
        thread.shutdownNow();
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
        }
    }
}
