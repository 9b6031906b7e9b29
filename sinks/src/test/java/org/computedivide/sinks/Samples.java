package org.computedivide.sinks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.computedivide.avro.Alert;
import org.computedivide.avro.Compute;
import org.computedivide.avro.Correction;
import org.computedivide.avro.Digest;
import org.computedivide.avro.Estimate;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Member;
import org.computedivide.avro.Openness;
import org.computedivide.avro.Organization;
import org.computedivide.avro.Quantity;
import org.computedivide.avro.Release;
import org.computedivide.avro.SourceHealth;
import org.computedivide.avro.Tally;
import org.computedivide.avro.Trend;
import org.computedivide.avro.Variant;

/** Small records of every contract, for the tests of this module. */
public final class Samples {

    public static final Instant SEEN = Instant.parse("2026-02-16T09:30:00.123Z");

    private Samples() {}

    public static Release release(String familyId, String name) {
        Compute compute = compute(3.3e24);
        return Release.newBuilder()
                .setFamilyId(familyId)
                .setName(name)
                .setPublishedAt("2026-02")
                .setPublishedDay("2026-02-01")
                .setFirstObservedAt(SEEN)
                .setChangedAt(SEEN.plusSeconds(60))
                .setSubject("arxiv/2602.00001")
                .setMembers(List.of(Member.newBuilder()
                        .setSource("arxiv")
                        .setNativeId("2602.00001")
                        .setUrl("https://arxiv.org/abs/2602.00001")
                        .setTitle(name + " Technical Report")
                        .setObservedAt(SEEN)
                        .build()))
                .setOrganizations(List.of(Organization.newBuilder()
                        .setName("Example Lab")
                        .setType("industry")
                        .setCountry("CN")
                        .setRule("register")
                        .build()))
                .setAffiliation("industry")
                .setCountries(List.of("CN"))
                .setOpenness(Openness.newBuilder()
                        .setWeights("unrestricted")
                        .setLicense("MIT")
                        .setDimensions(Map.of("weights", "open"))
                        .setRule("hub-licence")
                        .build())
                .setDomains(List.of("language"))
                .setVariants(List.of(variant("37b", name + " 37B", compute)))
                .setCompute(compute)
                .setParameters(quantity(6.71e11))
                .setMethodsVersion("0.1.0+test")
                .build();
    }

    public static Compute compute(double value) {
        return Compute.newBuilder()
                .setValue(value)
                .setLow(value / 1.5)
                .setHigh(value * 2)
                .setMethod("operation-counting")
                .setConfidence("high")
                .setArithmetic("6 × 37e9 active parameters × 14.8e12 tokens")
                .setAdded(value)
                .setSigma(0.1)
                .build();
    }

    public static Variant variant(String id, String name, Compute compute) {
        return Variant.newBuilder()
                .setId(id)
                .setName(name)
                .setPublishedAt("2026-02-03")
                .setParameters(quantity(6.71e11))
                .setCompute(compute)
                .setEstimates(List.of(Estimate.newBuilder()
                        .setValue(compute.getValue())
                        .setMethod("operation-counting")
                        .setUsed(true)
                        .build()))
                .setHeadline(true)
                .build();
    }

    public static Quantity quantity(double value) {
        return Quantity.newBuilder()
                .setValue(value)
                .setLow(value)
                .setHigh(value)
                .build();
    }

    public static Evidence evidence(String source, String nativeId, Fact... facts) {
        return Evidence.newBuilder()
                .setSource(source)
                .setNativeId(nativeId)
                .setUrl("https://example.org/" + nativeId)
                .setTitle("A title")
                .setObservedAt(SEEN)
                .setFacts(List.of(facts))
                .setMethodsVersion("0.1.0+test")
                .build();
    }

    public static Fact fact(String field, double number, String quote) {
        return Fact.newBuilder()
                .setField(field)
                .setNumber(number)
                .setText(Double.toString(number))
                .setUnit(field)
                .setQuote(quote)
                .setStart(10)
                .setEnd(10 + quote.length())
                .setRule("test-rule")
                .build();
    }

    public static Tally tally(String value, String window, double number) {
        return Tally.newBuilder()
                .setMeasure("releases")
                .setSelection("all")
                .setDimension("affiliation")
                .setValue(value)
                .setWindow(window)
                .setFrom("2026-01-01")
                .setTo("2026-02-16")
                .setDay("2026-02-16")
                .setNumber(number)
                .setExact(true)
                .setUnit("releases")
                .setMembers((long) number)
                .build();
    }

    public static String key(Tally tally) {
        return tally.getMeasure() + "|" + tally.getSelection() + "|" + tally.getDimension() + "=" + tally.getValue()
                + "|" + tally.getWindow();
    }

    public static Trend trend(String selection) {
        return Trend.newBuilder()
                .setTrend("doubling-time")
                .setSelection(selection)
                .setFrom("2012-01-01")
                .setTo("2026-02-16")
                .setN(93)
                .setSlope(0.7)
                .setIntercept(-1393.0)
                .setGrowthPerYear(5.0)
                .setDoublingMonths(5.1)
                .setLow(4.7)
                .setHigh(5.5)
                .setDay("2026-02-16")
                .build();
    }

    public static Alert alert(String id, String familyId) {
        return Alert.newBuilder()
                .setId(id)
                .setRule("threshold")
                .setEdge("1e25 at P 0.5")
                .setFamilyId(familyId)
                .setName("Example 1")
                .setTitle("Example 1 probably exceeds 1e25 FLOP")
                .setValue(2e25)
                .setLine(1e25)
                .setProbability(0.8)
                .setObservedAt(SEEN)
                .build();
    }

    public static Correction correction(String id, String familyId) {
        return Correction.newBuilder()
                .setId(id)
                .setFamilyId(familyId)
                .setField("compute")
                .setFrom("3.3e24 FLOP")
                .setTo("3.5e24 FLOP")
                .setWhy("better-evidence")
                .setObservedAt(SEEN)
                .setTouches(List.of("digest 2026-W07"))
                .build();
    }

    public static Digest digest(String week) {
        return Digest.newBuilder()
                .setWeek(week)
                .setFrom("2026-02-09")
                .setTo("2026-02-15")
                .setMadeAt(SEEN)
                .setTallies(List.of(tally("industry", "7d", 12)))
                .setTrends(List.of(trend("runningTop10")))
                .build();
    }

    public static SourceHealth source(String source, String state) {
        return SourceHealth.newBuilder()
                .setSource(source)
                .setName(source)
                .setUrl("https://" + source + ".org")
                .setState(state)
                .setLastAttempt(SEEN)
                .setItems(3)
                .build();
    }

    /** The first day of a date of any precision. */
    public static String day(String date) {
        return (date + "-01-01").substring(0, 10);
    }
}
