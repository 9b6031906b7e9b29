package org.computedivide.streams.rules.corrections;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.computedivide.avro.Correction;
import org.computedivide.avro.Member;
import org.computedivide.avro.Release;

/** What two pictures of a release make a correction of; the stream of corrections and the errata of digests share it. */
public final class Corrections {

    private Corrections() {}

    /** Every published value that is another one now. */
    public static List<Correction> between(Release before, Release now, Instant at) {
        String why = why(before, now);
        return Change.between(before, now).stream()
                .map(change -> CorrectionText.ofValue(before, now, change, why, at))
                .toList();
    }

    /** A release that is gone; into which it went, if its members are in another one. */
    public static Correction gone(Release before, Optional<Release> into, Instant at) {
        return into.map(taker -> CorrectionText.merged(before, taker, at))
                .orElseGet(() -> CorrectionText.withdrawn(before, at));
    }

    /** source/nativeId of a member. */
    public static String key(Member member) {
        return member.getSource() + "/" + member.getNativeId();
    }

    static Set<String> keys(Release release) {
        var keys = new TreeSet<String>();
        release.getMembers().forEach(member -> keys.add(key(member)));
        return keys;
    }

    /** Members that are new or stand in another version. */
    static List<Member> news(Release before, Release now) {
        Map<String, String> versions = before.getMembers().stream()
                .collect(Collectors.toMap(Corrections::key, Member::getContentHash, (one, other) -> one));
        return now.getMembers().stream()
                .filter(member -> !member.getContentHash().equals(versions.get(key(member))))
                .toList();
    }

    private static String why(Release before, Release now) {
        Set<String> known = keys(before);
        List<Member> news = news(before, now);
        if (news.isEmpty()) {
            return "withdrawn";
        }
        return news.stream().anyMatch(member -> known.contains(key(member))) ? "source-changed" : "better-evidence";
    }
}
