package org.computedivide.monitor.commands;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.computedivide.avro.Compute;
import org.computedivide.avro.Estimate;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Openness;
import org.computedivide.avro.Organization;
import org.computedivide.avro.Release;
import org.computedivide.avro.Variant;
import org.computedivide.streams.rules.estimates.Verdicts;

/** A release and its evidence in words for a terminal. */
final class Why {

    private final Wrapped lines = new Wrapped();

    private Why() {}

    /**
     * All that is known of why a release stands as it does.
     *
     * @param jump what is to be said of a record that is broken by far; empty when none is
     */
    static String of(Release release, List<Evidence> evidence, Optional<String> jump) {
        var why = new Why();
        why.release(release);
        jump.ifPresent(words -> why.labelled("needs review", words));
        release.getVariants().forEach(why::variant);
        why.aside(release);
        if (!evidence.isEmpty()) {
            why.line("");
            why.line("What the sources say: each quote in its place, the values in [[ ]], and whether they stand");
            Verdicts verdicts = Verdicts.of(evidence);
            evidence.forEach(one -> why.evidence(release, one, verdicts));
        }
        why.line("");
        why.line("Methods " + release.getMethodsVersion());
        return why.lines.toString();
    }

    private void aside(Release release) {
        Set<String> aside = new TreeSet<>();
        release.getVariants().forEach(variant -> aside.addAll(variant.getSetAside()));
        if (!aside.isEmpty()) {
            line("");
            line("Set aside, because others contradict it a thousand times over");
            aside.forEach(sentence -> lines.wrapped("  ", sentence));
        }
    }

    private void release(Release release) {
        line(release.getName() + "  (" + release.getFamilyId() + ")");
        labelled("published", release.getPublishedAt() == null ? "unknown" : release.getPublishedAt());
        String makers = release.getOrganizations().stream().map(Why::maker).collect(Collectors.joining("; "));
        labelled("makers", makers.isEmpty() ? "unknown" : makers);
        labelled("affiliation", release.getAffiliation() + " (30 % rule: " + release.getAffiliationByShare() + ")");
        Openness openness = release.getOpenness();
        if (openness != null) {
            labelled("weights", openness.getWeights() + licence(openness));
        }
        Compute compute = release.getCompute();
        labelled("compute", compute == null ? "unknown" : interval(compute) + " FLOP, " + compute.getMethod());
        if (!release.getFlags().isEmpty()) {
            labelled("flags", String.join(", ", release.getFlags()));
        }
    }

    private void variant(Variant variant) {
        if (variant.getEstimates().isEmpty()) {
            return;
        }
        line("");
        line(variant.getName().isEmpty() ? "Estimates" : "Estimates for " + variant.getName());
        line("  * is the one that stands");
        variant.getEstimates().forEach(this::estimate);
    }

    private void estimate(Estimate estimate) {
        line("  %s %s  %s [%s, %s] FLOP, confidence %s, boundary %s"
                .formatted(
                        estimate.getUsed() ? "*" : " ",
                        estimate.getMethod(),
                        number(estimate.getValue()),
                        number(estimate.getLow()),
                        number(estimate.getHigh()),
                        estimate.getConfidence(),
                        estimate.getBoundary()));
        if (!estimate.getArithmetic().isEmpty()) {
            lines.wrapped("      ", estimate.getArithmetic());
        }
        if (!estimate.getNote().isEmpty()) {
            lines.wrapped("      ", (estimate.getUsed() ? "" : "not used: ") + estimate.getNote());
        }
    }

    private void evidence(Release release, Evidence evidence, Verdicts verdicts) {
        line("");
        line(evidence.getSource() + "/" + evidence.getNativeId() + "  " + evidence.getUrl());
        line("  " + evidence.getTitle());
        Proofs.write(release, evidence, verdicts, lines);
    }

    private static String maker(Organization maker) {
        return maker.getName() + " (" + maker.getType()
                + (maker.getCountry().isEmpty() ? "" : ", " + maker.getCountry()) + ")";
    }

    private static String licence(Openness openness) {
        return openness.getLicense().isEmpty() ? "" : ", licence " + openness.getLicense();
    }

    private static String interval(Compute compute) {
        return number(compute.getValue()) + " [" + number(compute.getLow()) + ", " + number(compute.getHigh()) + "]";
    }

    static String number(double value) {
        boolean plain = value == Math.rint(value) && Math.abs(value) < 1e6;
        return plain
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.3g", value).replace("e+", "e");
    }

    private void labelled(String label, String words) {
        line(String.format(Locale.ROOT, "  %-13s %s", label, words));
    }

    private void line(String words) {
        lines.line(words);
    }
}
