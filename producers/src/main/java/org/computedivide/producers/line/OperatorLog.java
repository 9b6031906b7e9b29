package org.computedivide.producers.line;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Seen;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.producers.source.Draft;

/**
 * Writes what the operator says to the log of record: the operator is a source like any other, with versions, times and
 * a transactional id of its own. Saying the same thing again writes nothing.
 */
public final class OperatorLog implements AutoCloseable {

    /** Id of the source. */
    public static final String SOURCE = "operator";

    private final Ledger ledger;
    private final InstantSource clock;

    OperatorLog(Ledger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Takes over the operator's place in the log; another command that is still writing is stopped by it.
     *
     * @throws KafkaException when the brokers do not answer
     */
    public static OperatorLog open(String bootstrapServers, TopicSerdes serdes, InstantSource clock) {
        Producer<String, byte[]> producer = Line.producer(bootstrapServers, SOURCE);
        try {
            Memory memory = new LogReader(bootstrapServers, serdes)
                    .memories(List.of(SOURCE))
                    .get(SOURCE);
            return new OperatorLog(
                    new Ledger(
                            SOURCE,
                            producer,
                            Ledger.Values.of(serdes),
                            Optional.ofNullable(memory).orElseGet(Memory::new)),
                    clock);
        } catch (RuntimeException e) {
            producer.close();
            throw e;
        }
    }

    /**
     * Writes all of it in one transaction.
     *
     * @param said observations with their native id, title and statements; source, form, tier, intake, time, revision
     *     and hash are given here
     * @return those that were not in the log yet, as they were written
     * @throws KafkaException when it is not known to be written
     */
    public List<Observation> write(List<Observation> said) {
        Instant now = clock.instant();
        var writes = new Writes();
        said.forEach(one -> stamp(byOperator(one), now, writes));
        ledger.commit(writes);
        return List.copyOf(writes.observations);
    }

    private static Observation byOperator(Observation said) {
        return Observation.newBuilder(said)
                .setSource(SOURCE)
                .setForm("operator")
                .setTier("operator")
                .setIntake("operator")
                .setOrigin(SOURCE)
                .build();
    }

    private void stamp(Observation said, Instant now, Writes writes) {
        String id = said.getNativeId();
        Optional<Seen> before = Optional.ofNullable(writes.seen.get(id))
                .or(() -> ledger.memory().of(id));
        Stamp.Stamped stamped = Stamp.of(Draft.of(said), said, before, now);
        stamped.observation().ifPresent(writes.observations::add);
        writes.seen.put(id, stamped.seen());
    }

    @Override
    public void close() {
        ledger.close();
    }
}
