package org.computedivide.monitor.commands;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.computedivide.avro.Accelerators;
import org.computedivide.avro.Candidate;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Quantity;
import org.computedivide.avro.Release;
import org.computedivide.avro.Variant;
import org.computedivide.avro.proof.Surroundings;
import org.computedivide.streams.rules.estimates.Verdicts;
import org.jspecify.annotations.Nullable;

/** What one observation says, quote by quote in its place in the source, and whether each value stands. */
final class Proofs {

    private final Release release;
    private final Evidence evidence;
    private final Verdicts verdicts;
    private final Wrapped lines;

    private Proofs(Release release, Evidence evidence, Verdicts verdicts, Wrapped lines) {
        this.release = release;
        this.evidence = evidence;
        this.verdicts = verdicts;
        this.lines = lines;
    }

    /** Writes the facts of the evidence; those of one quote together. */
    static void write(Release release, Evidence evidence, Verdicts verdicts, Wrapped lines) {
        var proofs = new Proofs(release, evidence, verdicts, lines);
        proofs.quotes().values().forEach(proofs::quote);
    }

    private Map<String, List<Fact>> quotes() {
        return evidence.getFacts().stream()
                .collect(Collectors.groupingBy(
                        fact -> fact.getStart() + " " + fact.getQuote(), LinkedHashMap::new, Collectors.toList()));
    }

    private void quote(List<Fact> facts) {
        Fact first = facts.get(0);
        if (!first.getQuote().isEmpty()) {
            Surroundings around = Surroundings.of(evidence, first);
            lines.line("");
            lines.wrapped("    ", (before(around) + "“" + marked(facts) + "”" + after(around)).strip());
        }
        facts.forEach(this::fact);
    }

    private static String before(Surroundings around) {
        return around.before().isBlank() ? "" : "… " + around.before();
    }

    private static String after(Surroundings around) {
        return around.after().isBlank() ? "" : around.after() + " …";
    }

    /** The quote with each value in square brackets of its own. */
    private static String marked(List<Fact> facts) {
        var marked = new StringBuilder(facts.get(0).getQuote());
        int before = marked.length() + 1;
        for (Fact fact : fromTheEnd(facts)) {
            if (fact.getValueEnd() < before && fact.getValueEnd() <= marked.length()) {
                marked.insert(fact.getValueEnd(), "]]").insert(fact.getValueStart(), "[[");
                before = fact.getValueStart();
            }
        }
        return marked.toString();
    }

    private static List<Fact> fromTheEnd(List<Fact> facts) {
        return facts.stream()
                .filter(fact -> fact.getValueStart() >= 0)
                .sorted(Comparator.comparingInt(Fact::getValueStart).reversed())
                .toList();
    }

    private void fact(Fact fact) {
        Double number = fact.getNumber();
        String value = number == null ? fact.getText() : Why.number(number) + " " + fact.getUnit();
        String owner = fact.getOwner().isEmpty() ? "" : " of " + fact.getOwner();
        lines.wrapped(
                "      ",
                "- " + fact.getField() + owner + ": " + value + fate(fact) + "  (rule " + fact.getRule() + ")");
    }

    /** Whether a value stands, and if not, why. */
    private String fate(Fact fact) {
        if (verdicts.isRejected(evidence, fact)) {
            return "; rejected by the operator";
        }
        if (verdicts.isOpen(evidence, fact)) {
            return "; stands aside: " + fact.getQuarantine();
        }
        return verdicts.isAccepted(evidence, fact) ? "; accepted by the operator" + place(fact) : place(fact);
    }

    /** For which variants it stands, or what stands before it. */
    private String place(Fact fact) {
        List<String> names = release.getVariants().stream()
                .filter(variant -> stands(variant, fact))
                .map(variant -> variant.getName().isEmpty() ? variant.getId() : variant.getName())
                .toList();
        if (!names.isEmpty()) {
            return release.getVariants().size() > 1 ? "; stands for " + String.join(", ", names) : "; stands";
        }
        Set<String> why = new java.util.TreeSet<>();
        release.getVariants()
                .forEach(variant -> variant.getCandidates().stream()
                        .filter(candidate -> isOf(candidate, fact))
                        .map(Candidate::getWhy)
                        .forEach(why::add));
        return why.isEmpty() ? "" : "; does not stand: " + String.join("; ", why);
    }

    private boolean isOf(Candidate candidate, Fact fact) {
        return candidate.getObservation().equals(evidence.getSource() + "/" + evidence.getNativeId())
                && candidate.getField().equals(fact.getField())
                && candidate.getStart() == fact.getStart()
                && candidate.getText().equals(fact.getText())
                && Objects.equals(candidate.getNumber(), fact.getNumber());
    }

    private static boolean stands(Variant variant, Fact fact) {
        Double number = fact.getNumber();
        return number == null
                ? fact.getField().equals("accelerator") && fact.getText().equals(chip(variant))
                : values(variant, fact.getField()).anyMatch(number::equals);
    }

    private static String chip(Variant variant) {
        Accelerators chips = variant.getAccelerators();
        return chips == null ? "" : chips.getName();
    }

    private static Stream<Double> values(Variant variant, String field) {
        Accelerators chips = variant.getAccelerators();
        List<@Nullable Double> values = new ArrayList<>();
        switch (field) {
            case "parameters" -> values.add(value(variant.getParameters()));
            case "activeParameters" -> values.add(value(variant.getActiveParameters()));
            case "trainingTokens", "datasetTokens" -> values.add(value(variant.getTrainingTokens()));
            case "epochs" -> values.add(value(variant.getEpochs()));
            case "acceleratorCount" -> values.add(chips == null ? null : chips.getCount());
            case "trainingHours" -> values.add(chips == null ? null : chips.getHours());
            case "chipHours" -> values.add(chips == null ? null : chips.getChipHours());
            default -> {}
        }
        return values.stream().flatMap(Stream::ofNullable);
    }

    private static @Nullable Double value(@Nullable Quantity quantity) {
        return quantity == null ? null : Double.valueOf(quantity.getValue());
    }
}
