package org.computedivide.streams.rules.alerts;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.computedivide.avro.Alert;
import org.computedivide.avro.Member;
import org.computedivide.avro.Release;
import org.computedivide.streams.rules.identity.Hashes;
import org.jspecify.annotations.Nullable;

/** Alerts as people read them. */
final class AlertText {

    /** Below this relative change of the value an alert is not amended. */
    private static final double MATERIAL = 0.02;

    private static final List<String> BEST_FORMS = List.of("post", "product", "paper", "repository");

    private AlertText() {}

    static Alert fired(Rule rule, Case judged, Verdict verdict, Instant at) {
        Release release = judged.release();
        var alert = Alert.newBuilder()
                .setId(id(rule, release.getSubject(), verdict.edge()))
                .setRule(rule.id())
                .setRuleVersion(rule.version())
                .setSubject(release.getSubject())
                .setEdge(verdict.edge())
                .setSide("above")
                .setState("fired")
                .setFamilyId(release.getFamilyId())
                .setName(release.getName())
                .setTitle(verdict.title())
                .setMessage(judged.computeSentence() + " " + verdict.reason())
                .setValue(judged.compute().getValue())
                .setLow(judged.compute().getLow())
                .setHigh(judged.compute().getHigh())
                .setLine(verdict.line())
                .setProofs(release.getProofs())
                .setFlags(flags(verdict, judged))
                .setUrl(url(release))
                .setPublishedAt(release.getPublishedAt())
                .setObservedAt(at)
                .setMethodsVersion(release.getMethodsVersion());
        OptionalDouble probability = verdict.probability();
        if (probability.isPresent()) {
            alert.setProbability(probability.getAsDouble());
        }
        return alert.build();
    }

    /** The withdrawal of an alert, by what is known now; empty when the compute or the release itself is gone. */
    static Alert withdrawn(Alert before, Optional<Case> judged, Instant at) {
        String now = judged.map(Case::computeSentence)
                .map(sentence -> "With what is known now: " + sentence + " That is no longer above the line.")
                .orElse("Its training compute is no longer known, or what announced it was withdrawn.");
        return Alert.newBuilder(before)
                .setState("withdrawn")
                .setTitle("Withdrawn: " + before.getTitle())
                .setMessage("This alert is withdrawn. " + now)
                .setObservedAt(at)
                .build();
    }

    /** What was published, in short. */
    static String fingerprint(Alert alert) {
        return alert.getState() + " " + alert.getValue() + " [" + alert.getLow() + ", " + alert.getHigh() + "]";
    }

    /** Whether readers of the one should hear of the other. */
    static boolean differs(@Nullable Alert before, Alert now) {
        return before != null
                && (moved(before.getValue(), now.getValue())
                        || moved(before.getLow(), now.getLow())
                        || moved(before.getHigh(), now.getHigh())
                        || !before.getFlags().equals(now.getFlags()));
    }

    private static boolean moved(@Nullable Double before, @Nullable Double now) {
        if (before == null || now == null) {
            return before != null || now != null;
        }
        return Math.abs(now - before) > MATERIAL * Math.max(Math.abs(before), Math.abs(now));
    }

    private static String id(Rule rule, String subject, String edge) {
        return Hashes.sha256(String.join("\n", rule.id(), Integer.toString(rule.version()), subject, edge, "above"))
                .substring(0, 16);
    }

    private static List<String> flags(Verdict verdict, Case judged) {
        var flags = new TreeSet<>(verdict.flags());
        if (judged.compute().getDisagree()) {
            flags.add("disagree");
        }
        return List.copyOf(flags);
    }

    private static String url(Release release) {
        return release.getMembers().stream()
                .filter(member -> !member.getUrl().isEmpty())
                .min(Comparator.<Member>comparingInt(member -> rank(member.getForm()))
                        .thenComparing(Member::getUrl))
                .map(Member::getUrl)
                .orElse("");
    }

    private static int rank(String form) {
        int rank = BEST_FORMS.indexOf(form);
        return rank < 0 ? BEST_FORMS.size() : rank;
    }
}
