package org.computedivide.monitor.replay;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.computedivide.avro.Observation;
import org.computedivide.avro.topics.Topics;
import org.computedivide.monitor.CannotRun;

/**
 * Observations through the whole line, from facts to trends, on a broker of its own: in any order, over any number of
 * partitions, by any number of instances of which one may be killed half-way. What comes out must be the same.
 *
 * @param partitions of the observations
 * @param instances processes that run the topologies
 * @param shuffle seed of another order, in which every fourth observation comes twice; empty for the order of the file
 * @param kill whether the first instance is killed when half is written
 */
public record Rehearsal(int partitions, int instances, OptionalLong shuffle, boolean kill) {

    private static final String GROUP = "divide-v1-";

    public Rehearsal {
        if (partitions < 1 || instances < 1) {
            throw new CannotRun("there must be one partition and one instance at least");
        }
        if (kill && instances < 2) {
            throw new CannotRun("with one instance nobody is left when it is killed; add --instances 2");
        }
    }

    /** Runs them through and stops everything. */
    public Replay.Outcome of(List<Observation> observations) {
        if (observations.isEmpty()) {
            throw new CannotRun("there are no observations to run through the line");
        }
        LocalDate today = today(observations);
        try (Stage stage = Stage.open(partitions, Stage.LONGEST)) {
            List<Instance> running = IntStream.range(0, instances)
                    .mapToObj(i -> Instance.start(stage.kafka(), stage.folder("instance-" + i)))
                    .toList();
            try {
                write(stage, ordered(observations), running, today);
                begin(stage, today);
                return Replay.Outcome.of(stage);
            } finally {
                running.forEach(Instance::close);
            }
        }
    }

    private void write(Stage stage, List<Observation> ordered, List<Instance> running, LocalDate today) {
        int half = ordered.size() / 2;
        write(stage, ordered.subList(0, half), today);
        stage.arrivals().awaitRead(GROUP + "facts", Topics.OBSERVATIONS);
        if (kill) {
            running.get(0).kill();
        }
        write(stage, ordered.subList(half, ordered.size()), today);
        stage.arrivals().awaitRead(GROUP + "facts", Topics.OBSERVATIONS);
        stage.arrivals().awaitRead(GROUP + "releases", Topics.EVIDENCE);
        stage.arrivals().awaitRead(GROUP + "tallies", Topics.RELEASES);
        stage.arrivals().awaitRead(GROUP + "trends", Topics.RELEASES);
    }

    private static void write(Stage stage, List<Observation> some, LocalDate today) {
        stage.write(Topics.OBSERVATIONS, some, row -> row.getSource() + "/" + row.getNativeId(), today);
    }

    private static void begin(Stage stage, LocalDate today) {
        var tallies = stage.arrivals().mark(Topics.TALLIES);
        var trends = stage.arrivals().mark(Topics.TRENDS);
        stage.begin(today);
        tallies.await(row -> row.getWindow().equals("all") && row.getDay().equals(today.toString()));
        trends.await(row -> row.getDay().equals(today.toString()));
    }

    private List<Observation> ordered(List<Observation> observations) {
        if (shuffle.isEmpty()) {
            return observations;
        }
        var ordered = new ArrayList<>(observations);
        IntStream.range(0, observations.size()).filter(i -> i % 4 == 0).forEach(i -> ordered.add(observations.get(i)));
        Collections.shuffle(ordered, new Random(shuffle.getAsLong()));
        return ordered;
    }

    private static LocalDate today(List<Observation> observations) {
        return observations.stream()
                .map(Observation::getObservedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(1);
    }
}
