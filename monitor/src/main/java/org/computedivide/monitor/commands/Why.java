package org.computedivide.monitor.commands;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.computedivide.avro.Compute;
import org.computedivide.avro.Estimate;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Openness;
import org.computedivide.avro.Organization;
import org.computedivide.avro.Release;
import org.computedivide.avro.Variant;
import org.computedivide.monitor.output.Terminal;

/** A release and its evidence in words for a terminal. */
final class Why {

    private final StringBuilder text = new StringBuilder();

    private Why() {}

    static String of(Release release, List<Evidence> evidence) {
        var why = new Why();
        why.release(release);
        release.getVariants().forEach(why::variant);
        evidence.forEach(why::evidence);
        why.line("");
        why.line("Methods " + release.getMethodsVersion());
        return why.text.toString();
    }

    private void release(Release release) {
        line(release.getName() + "  (" + release.getFamilyId() + ")");
        labelled("published", String.valueOf(release.getPublishedAt()));
        labelled("makers", release.getOrganizations().stream().map(Why::maker).collect(Collectors.joining("; ")));
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
            line("      " + estimate.getArithmetic());
        }
        if (!estimate.getNote().isEmpty()) {
            line("      " + estimate.getNote());
        }
    }

    private void evidence(Evidence evidence) {
        line("");
        line(evidence.getSource() + "/" + evidence.getNativeId() + "  " + evidence.getUrl());
        line("  " + evidence.getTitle());
        evidence.getFacts().forEach(this::fact);
    }

    private void fact(Fact fact) {
        Double number = fact.getNumber();
        String value = number == null ? fact.getText() : number(number) + " " + fact.getUnit();
        line("  - " + fact.getField() + (fact.getOwner().isEmpty() ? "" : " of " + fact.getOwner()) + ": " + value
                + "  (rule " + fact.getRule() + ")");
        if (!fact.getQuote().isEmpty()) {
            line("      “" + fact.getQuote() + "”");
        }
        if (!fact.getQuarantine().isEmpty()) {
            line("      stands aside: " + fact.getQuarantine());
        }
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

    private static String number(double value) {
        boolean plain = value == Math.rint(value) && Math.abs(value) < 1e6;
        return plain
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.3g", value).replace("e+", "e");
    }

    private void labelled(String label, String words) {
        line(String.format(Locale.ROOT, "  %-12s %s", label, words));
    }

    private void line(String words) {
        text.append(Terminal.safe(words)).append('\n');
    }
}
