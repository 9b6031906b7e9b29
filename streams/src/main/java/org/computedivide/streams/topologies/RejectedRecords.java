package org.computedivide.streams.topologies;

import org.computedivide.avro.Observation;
import org.computedivide.avro.Rejected;

/** Records that a rule could not deal with, in the form that the page shows. */
final class RejectedRecords {

    private static final int EXCERPT = 250;

    private RejectedRecords() {}

    static Rejected of(Observation observation, RuntimeException failure) {
        return Rejected.newBuilder()
                .setSource(observation.getSource())
                .setNativeId(observation.getNativeId())
                .setUrl(observation.getUrl())
                .setReason("other")
                .setDetail("The rules failed on " + observation.getSource() + "/" + observation.getNativeId() + " ("
                        + failure + "); please report it with this record.")
                .setExcerpt(excerpt(observation.getText()))
                .setObservedAt(observation.getObservedAt())
                .build();
    }

    private static String excerpt(String text) {
        var excerpt = new StringBuilder();
        text.codePoints()
                .limit(EXCERPT)
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .forEach(excerpt::appendCodePoint);
        return excerpt.toString();
    }
}
