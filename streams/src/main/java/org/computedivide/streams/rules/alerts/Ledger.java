package org.computedivide.streams.rules.alerts;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.computedivide.avro.Fired;

/**
 * What was alerted, by alert, member and family. It outlives every rebuild: an entry of any member of a release, for
 * the same rule and edge, keeps a second alert from firing. One more entry says up to when releases have been judged.
 */
public final class Ledger {

    /** Key of the entry that says up to when releases have been judged. */
    public static final String JUDGED = "judged-up-to";

    private final TreeMap<String, Fired> byId = new TreeMap<>();
    private final TreeMap<String, NavigableSet<String>> byMember = new TreeMap<>();
    private final TreeMap<String, NavigableSet<String>> byFamily = new TreeMap<>();

    /** Adds an entry, or puts it in the place of the one with the same id. */
    public void put(Fired entry) {
        Fired before = byId.put(entry.getId(), entry);
        if (before != null) {
            ids(byFamily, before.getFamilyId()).remove(entry.getId());
        }
        ids(byFamily, entry.getFamilyId()).add(entry.getId());
        entry.getMembers().forEach(member -> ids(byMember, member).add(entry.getId()));
    }

    /** Up to when releases have been judged; the beginning of time when none have. */
    public Instant judged() {
        Fired entry = byId.get(JUDGED);
        return entry == null ? Instant.EPOCH : entry.getObservedAt();
    }

    /** Entries that any of the members is in, by id. */
    List<Fired> ofMembers(Collection<String> members) {
        var found = new TreeSet<String>();
        members.forEach(member -> found.addAll(byMember.getOrDefault(member, Collections.emptyNavigableSet())));
        return entries(found);
    }

    /** Entries that stand under a family, by id. */
    List<Fired> ofFamily(String familyId) {
        return entries(byFamily.getOrDefault(familyId, Collections.emptyNavigableSet()));
    }

    private List<Fired> entries(Collection<String> ids) {
        return ids.stream().map(byId::get).map(Objects::requireNonNull).toList();
    }

    private static NavigableSet<String> ids(Map<String, NavigableSet<String>> index, String key) {
        return index.computeIfAbsent(key, any -> new TreeSet<>());
    }
}
