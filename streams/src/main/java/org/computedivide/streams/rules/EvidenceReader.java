package org.computedivide.streams.rules;

import org.computedivide.avro.Evidence;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.facts.FactReader;

/** Reads one observation: the facts, classes and identity keys that it proves. A function of the observation alone. */
public final class EvidenceReader {

    private final FactReader facts = new FactReader();

    public Evidence read(Observation observation) {
        return Evidence.newBuilder()
                .setSource(observation.getSource())
                .setNativeId(observation.getNativeId())
                .setRevision(observation.getRevision())
                .setContentHash(observation.getContentHash())
                .setState(observation.getState())
                .setForm(observation.getForm())
                .setTier(observation.getTier())
                .setOrigin(observation.getOrigin())
                .setIntake(observation.getIntake())
                .setUrl(observation.getUrl())
                .setTitle(observation.getTitle())
                .setPublishedAt(observation.getPublishedAt())
                .setObservedAt(observation.getObservedAt())
                .setFacts(facts.read(observation))
                .setMethodsVersion(Methods.version())
                .build();
    }
}
