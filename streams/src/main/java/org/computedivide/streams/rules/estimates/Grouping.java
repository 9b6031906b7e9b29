package org.computedivide.streams.rules.estimates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;

/**
 * Facts of a family by variant. A fact belongs to the variant that its owner names, else to that of its observation. When
 * neither says and the family has one variant, it belongs there. When there are several: parameters go to the variant of
 * that size, else to the largest; tokens, epochs, the chip's name and utilisation hold for every variant; counts, hours and
 * compute, which only one run can have, go to the largest.
 */
final class Grouping {

    private static final Set<String> SHARED = Set.of(
            "trainingTokens",
            "datasetTokens",
            "epochs",
            "accelerator",
            "architecture",
            "utilization",
            "numericalFormat",
            "trainingSteps",
            "batchTokens",
            "batchSize",
            "sequenceLength",
            "teacherParameters",
            "rolloutTokens",
            "baseModel",
            "teacher",
            "method");
    private static final double SAME_SIZE = 0.15;

    private final Verdicts verdicts;
    private final Contradictions contradictions;
    private final List<String> aside = new ArrayList<>();
    private final Map<String, List<Voice>> byVariant = new TreeMap<>();
    private final List<Voice> open = new ArrayList<>();

    private Grouping(Verdicts verdicts, Contradictions contradictions) {
        this.verdicts = verdicts;
        this.contradictions = contradictions;
    }

    /** Members in the order of their keys. */
    static Grouping of(List<Evidence> members) {
        Verdicts verdicts = Verdicts.of(members);
        Grouping grouping = new Grouping(verdicts, Contradictions.among(members, verdicts));
        members.forEach(grouping::add);
        grouping.settle();
        return grouping;
    }

    /** Whether others contradict the fact; what the operator accepted stands. */
    private boolean isAside(Evidence member, Fact fact) {
        String subject = member.getSource() + "/" + member.getNativeId();
        Optional<String> reason =
                verdicts.isAccepted(member, fact) ? Optional.empty() : contradictions.reason(member, fact);
        reason.ifPresent(words -> aside.add(subject + " " + fact.getField() + ": " + words));
        return reason.isPresent();
    }

    /** What was set aside because others contradict it: source/nativeId, field and why, sorted. */
    List<String> aside() {
        return aside.stream().sorted().distinct().toList();
    }

    Map<String, List<Voice>> variants() {
        return byVariant;
    }

    private void add(Evidence member) {
        String main = main(member);
        if (!main.isEmpty()) {
            byVariant.computeIfAbsent(main, id -> new ArrayList<>());
        }
        for (Fact fact : member.getFacts()) {
            if (verdicts.stands(member, fact) && !isAside(member, fact)) {
                add(new Voice(fact, member, verdicts.isAccepted(member, fact)), main);
            }
        }
    }

    /** The variant that an observation is about; a name such as Large means the largest of the sizes that it gives. */
    private static String main(Evidence member) {
        String named = Names.hasSeveralSizes(member.getVariant()) ? "" : member.getVariant();
        if (named.isEmpty() || !Double.isNaN(Names.size(named))) {
            return named;
        }
        return member.getFacts().stream()
                .filter(fact -> fact.getField().equals("parameters"))
                .map(fact -> Names.variant(fact.getOwner()))
                .filter(owner -> !Double.isNaN(Names.size(owner)))
                .max(Comparator.comparingDouble(Names::size).thenComparing(id -> id))
                .orElse(named);
    }

    private void add(Voice voice, String main) {
        String owner = Names.variant(voice.fact().getOwner());
        String variant = owner.isEmpty() ? main : owner;
        if (variant.isEmpty()) {
            open.add(voice);
        } else {
            byVariant.computeIfAbsent(variant, id -> new ArrayList<>()).add(voice);
        }
    }

    private void settle() {
        if (byVariant.isEmpty()) {
            byVariant.put("", new ArrayList<>());
        }
        List<String> ids = List.copyOf(byVariant.keySet());
        String largest = ids.stream()
                .max(Comparator.comparingDouble(this::size).thenComparing(id -> id))
                .orElseThrow();
        boolean seen = ids.size() > 1 && saysTokensOfOne();
        for (Voice voice : open) {
            if (seen && voice.fact().getField().equals("datasetTokens")) {
                continue;
            }
            if (ids.size() > 1 && SHARED.contains(voice.fact().getField())) {
                byVariant.values().forEach(voices -> voices.add(voice));
            } else {
                voices(ids.size() > 1 ? ofSize(voice, ids, largest) : largest).add(voice);
            }
        }
        nameOnlyOne();
    }

    /** Whether the tokens that one variant has seen are said: the size of a corpus then says nothing of the others. */
    private boolean saysTokensOfOne() {
        return byVariant.values().stream()
                .flatMap(List::stream)
                .anyMatch(voice -> voice.fact().getField().equals("trainingTokens"));
    }

    /** A family with one variant has no name for it. */
    private void nameOnlyOne() {
        if (byVariant.size() == 1) {
            List<Voice> voices = byVariant.values().iterator().next();
            byVariant.clear();
            byVariant.put("", voices);
        }
    }

    private List<Voice> voices(String id) {
        return byVariant.computeIfAbsent(id, variant -> new ArrayList<>());
    }

    private String ofSize(Voice voice, List<String> ids, String largest) {
        if (!voice.fact().getField().equals("parameters")) {
            return largest;
        }
        for (String id : ids) {
            if (Math.abs(size(id) / voice.number() - 1) < SAME_SIZE) {
                return id;
            }
        }
        return largest;
    }

    /** Parameters by name, else by what was said of the variant itself; 0 when unknown. */
    private double size(String id) {
        double named = Names.size(id);
        if (!Double.isNaN(named)) {
            return named;
        }
        return voices(id).stream()
                .filter(voice -> voice.fact().getField().equals("parameters")
                        && RuleOrder.of(voice.fact().getRule()) < 6)
                .mapToDouble(Voice::number)
                .max()
                .orElse(0);
    }
}
