package org.computedivide.streams.rules.facts;

import java.util.List;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Hub;
import org.computedivide.avro.Observation;

/** What the reader makes of a text or a repository. */
final class Reading {

    private static final FactReader READER = new FactReader();

    private Reading() {}

    static List<Fact> text(String title, String text) {
        return READER.read(
                Observation.newBuilder().setTitle(title).setText(text).build());
    }

    static List<Fact> repository(String id, Hub hub) {
        return READER.read(Observation.newBuilder()
                .setNativeId(id)
                .setTitle(id.substring(id.indexOf('/') + 1))
                .setHub(hub)
                .build());
    }

    static List<Double> numbers(List<Fact> facts, String field) {
        return facts.stream()
                .filter(fact -> fact.getField().equals(field))
                .map(Fact::getNumber)
                .distinct()
                .toList();
    }

    static List<String> texts(List<Fact> facts, String field) {
        return facts.stream()
                .filter(fact -> fact.getField().equals(field))
                .map(Fact::getText)
                .distinct()
                .toList();
    }
}
