package org.computedivide.streams.rules.alerts;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.computedivide.avro.Alert;
import org.computedivide.avro.Release;

/**
 * Watches for families with more members than any maker gives one: a key that strangers share has joined them. Such a family is
 * never cut by itself, since no rule can tell where; the alarm asks the operator to part it.
 */
public final class FamilyAlarms {

    private static final String STREAM = "oversized-family";
    private static final String FLAG = "oversized-family";
    /** An alarm ends well below the line at which it began, so that one member more or less does not ring it anew. */
    private static final int ENDS_BELOW = 240;

    private FamilyAlarms() {}

    /**
     * What is to be sent when a family changed: its alarm, the end of that, or nothing.
     *
     * @param release the family as it is now; empty when it ended
     * @param last what was sent for this family last
     */
    public static Optional<Alert> changed(
            String familyId, Optional<Release> release, Optional<Alert> last, Instant at) {
        Optional<Alert> standing = last.filter(alert -> alert.getState().equals("fired"));
        if (standing.isEmpty()) {
            return release.filter(FamilyAlarms::isOversized).map(one -> alarm(familyId, one, at));
        }
        boolean ends = release.map(one -> one.getMembers().size() < ENDS_BELOW).orElse(true);
        return standing.filter(alert -> ends).map(alert -> withdrawn(alert, release, at));
    }

    private static boolean isOversized(Release release) {
        return release.getFlags().contains(FLAG);
    }

    private static Alert alarm(String familyId, Release release, Instant at) {
        return Alert.newBuilder()
                .setId(UUID.nameUUIDFromBytes((STREAM + '\0' + familyId).getBytes(StandardCharsets.UTF_8))
                        .toString())
                .setRule(STREAM)
                .setSubject(release.getSubject())
                .setFamilyId(familyId)
                .setName(release.getName())
                .setEdge("more than 300 members")
                .setTitle("%s: %d observations in one family"
                        .formatted(release.getName(), release.getMembers().size()))
                .setMessage(
                        "%d observations are taken for one family, which is more than a release has. A link or name that strangers share may have joined them: `divide identity` shows the reason of each, `divide operator part` parts them."
                                .formatted(release.getMembers().size()))
                .setFlags(List.of("needs-review"))
                .setPublishedAt(release.getPublishedAt())
                .setObservedAt(at)
                .setMethodsVersion(release.getMethodsVersion())
                .build();
    }

    private static Alert withdrawn(Alert before, Optional<Release> release, Instant at) {
        String now = release.map(
                        one -> "It has %d now.".formatted(one.getMembers().size()))
                .orElse("It has ended or goes by another id.");
        return Alert.newBuilder(before)
                .setState("withdrawn")
                .setTitle("Withdrawn: " + before.getTitle())
                .setMessage("This alarm is withdrawn. " + now)
                .setObservedAt(at)
                .build();
    }
}
