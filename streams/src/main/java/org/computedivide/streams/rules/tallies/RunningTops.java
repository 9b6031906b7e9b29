package org.computedivide.streams.rules.tallies;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The records of their day. A variant is in the running top k when fewer than k variants dated on or before its own
 * date have strictly more compute: those of the same day compete, equal compute does not exclude.
 *
 * <p>Kept are the ranks of those that are in the largest top, the members. They are enough: whoever is among the k
 * largest of all dated up to some day was a member on its own day. A variant that comes pushes down the later members
 * below it; one that goes lets them rise, and lets in those that it kept out. The cost is that of the members and days
 * from its date on, however many variants there are.
 */
final class RunningTops {

    static final int[] SIZES = {1, 3, 5, 10, 20, 50};

    private static final int LARGEST = 50;

    private final NavigableMap<Ranked, Integer> members = new TreeMap<>(Ranked.BY_DAY);
    private final NavigableMap<Long, NavigableSet<Ranked>> days = new TreeMap<>();
    private final Ranked.Listener listener;

    RunningTops(Ranked.Listener listener) {
        this.listener = listener;
    }

    void add(Ranked variant) {
        days.computeIfAbsent(variant.day(), day -> new TreeSet<>(Ranked.BY_COMPUTE))
                .add(variant);
        int rank = rank(variant);
        if (rank < LARGEST) {
            below(variant).forEach(lower -> move(lower, 1));
            admit(variant, rank);
        }
    }

    void remove(Ranked variant) {
        NavigableSet<Ranked> day = days.getOrDefault(variant.day(), new TreeSet<>(Ranked.BY_COMPUTE));
        day.remove(variant);
        if (day.isEmpty()) {
            days.remove(variant.day());
        }
        Integer rank = members.remove(variant);
        if (rank != null) {
            tell(variant, rank, LARGEST);
            below(variant).forEach(lower -> move(lower, -1));
            readmit(variant);
        }
    }

    /** How many members dated on or before its date have more; not counted further than matters. */
    private int rank(Ranked variant) {
        int rank = 0;
        for (Ranked earlier : members.headMap(endOf(variant.day()), true).descendingKeySet()) {
            if (earlier.compute() > variant.compute() && ++rank == LARGEST) {
                break;
            }
        }
        return rank;
    }

    private List<Ranked> below(Ranked variant) {
        return members.tailMap(startOf(variant.day()), true).keySet().stream()
                .filter(later -> later.compute() < variant.compute())
                .toList();
    }

    private void move(Ranked member, int by) {
        int before = members.getOrDefault(member, LARGEST);
        int now = before + by;
        if (now < LARGEST) {
            members.put(member, now);
        } else {
            members.remove(member);
        }
        tell(member, before, now);
    }

    private void admit(Ranked variant, int rank) {
        members.put(variant, rank);
        tell(variant, LARGEST, rank);
    }

    private void tell(Ranked variant, int before, int now) {
        for (int k : SIZES) {
            if (before < k != now < k) {
                listener.changed(Selection.runningTop(k), variant, now < k);
            }
        }
    }

    /** Walks the days from that of the gone one on, until nothing below it can come in any more. */
    private void readmit(Ranked gone) {
        var largest = new PriorityQueue<Double>(LARGEST + 1);
        members.headMap(startOf(gone.day()), false).keySet().forEach(member -> offer(largest, member.compute()));
        for (var day : days.tailMap(gone.day(), true).values()) {
            readmit(day, largest);
            if (largest.size() == LARGEST && largest.element() >= gone.compute()) {
                return;
            }
        }
    }

    private void readmit(Collection<Ranked> day, PriorityQueue<Double> largest) {
        for (Ranked variant : day) {
            if (largest.size() == LARGEST && variant.compute() < largest.element()) {
                return;
            }
            if (!members.containsKey(variant)) {
                admit(variant, rank(variant));
            }
            offer(largest, variant.compute());
        }
    }

    private static void offer(PriorityQueue<Double> largest, double compute) {
        largest.add(compute);
        if (largest.size() > LARGEST) {
            largest.remove();
        }
    }

    private static Ranked startOf(long day) {
        return Ranked.before(day);
    }

    private static Ranked endOf(long day) {
        return Ranked.before(day + 1);
    }
}
