package org.computedivide.sinks.newsletter;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.computedivide.avro.Compute;
import org.computedivide.avro.Correction;
import org.computedivide.avro.Digest;
import org.computedivide.avro.DigestEntry;
import org.computedivide.avro.Point;
import org.computedivide.avro.Tally;
import org.computedivide.avro.Trend;
import org.jspecify.annotations.Nullable;

/** Weeks of our own making, in the shape of real digests. */
final class Weeks {

    static final Links LINKS = new Links(URI.create("https://divide.example.org/"));

    private Weeks() {}

    /** A week with a record, open weights, universities, tallies, trends and errata. */
    static Digest full() {
        return empty().setObservations(18_432)
                .setDerivatives(2_431)
                .setOlderFinds(1)
                .setEntries(List.of(
                        DigestEntry.newBuilder(entry("meridian-2-1a2b3c4d", "Meridian 2", "Northwind AI", "industry"))
                                .setWeights("api")
                                .setParameters(1.8e12)
                                .setCompute(compute(6.1e25, 2.9e25, 1.3e26, "hardware-time"))
                                .setQuote("trained for 70 days on 32,768 H100 GPUs")
                                .setUrl("https://northwind.example/meridian-2")
                                .build(),
                        DigestEntry.newBuilder(entry("fjord-9f8e7d6c", "Fjord-32B", "Aurora Labs", "industry"))
                                .setWeights("unrestricted")
                                .setLicense("Apache-2.0")
                                .setParameters(3.2e10)
                                .setCompute(compute(3.5e24, 2.4e24, 5.1e24, "operation-counting"))
                                .setQuote("a 32B dense model trained on 18T tokens")
                                .setUrl("https://hub.example/aurora/fjord-32b")
                                .setDerivatives(112)
                                .build(),
                        DigestEntry.newBuilder(entry("lark-00112233", "Lark", "University of Oslo", "academia"))
                                .setWeights("unrestricted")
                                .setLicense("MIT")
                                .setParameters(1.1e9)
                                .setDerivatives(1)
                                .build(),
                        DigestEntry.newBuilder(entry("late-55667788", "Latecomer", "Northwind AI", "industry"))
                                .setPublishedAt("2026-02-02")
                                .setCompute(compute(5.8e24, 5.8e24, 5.8e24, "curated"))
                                .setQuote("Latecomer")
                                .setUrl("https://northwind.example/latecomer")
                                .build(),
                        entry("teal-44556677", "Teal", "University of Oslo, Aurora Labs", "collaboration"),
                        DigestEntry.newBuilder(entry("orphan-8899aabb", "orphan-7b", "", "unknown"))
                                .setWeights("unreleased")
                                .setCompute(imputed(4e22))
                                .build()))
                .setTallies(List.of(
                        tally("computeKnown", "all", "total", "all", 0.31, null, null, 412),
                        tally("releases", "all", "affiliation", "industry", 1_280, null, null, 0),
                        tally("releases", "all", "affiliation", "academia", 340, null, null, 0),
                        tally("releaseShare", "all", "affiliation", "industry", 0.71, null, null, 0),
                        tally("releaseShare", "all", "affiliation", "academia", 0.19, null, null, 0),
                        tally("computeShare", "withCompute", "affiliation", "industry", 0.968, 0.941, 0.985, 0),
                        tally("computeShare", "withCompute", "affiliation", "academia", 0.0042, 0.0021, 0.0088, 0),
                        tally("compute", "withCompute", "total", "all", 1.2e27, 9.1e26, 1.9e27, 0),
                        tally("releaseShare", "all", "openness", "unrestricted", 0.44, null, null, 0)))
                .setTrends(List.of(Trend.newBuilder()
                        .setTrend("doubling-time")
                        .setSelection("runningTop10From2018")
                        .setFrom("2018-01-01")
                        .setTo("2026-03-22")
                        .setN(93)
                        .setSlope(0.711)
                        .setIntercept(-1414.6)
                        .setGrowthPerYear(5.14)
                        .setDoublingMonths(5.08)
                        .setLow(4.7)
                        .setHigh(5.5)
                        .setDay("2026-03-22")
                        .build()))
                .setPoints(history())
                .setCorrections(List.of(Correction.newBuilder()
                        .setId("c1")
                        .setFamilyId("older-deadbeef")
                        .setName("Older")
                        .setField("compute")
                        .setFrom("1.1e22 FLOP")
                        .setTo("1.1e21 FLOP")
                        .setWhy("source-changed")
                        .build()))
                .build();
    }

    /** One release that says nothing of its training, and no tallies yet. */
    static Digest thin() {
        return empty().setObservations(1)
                .setEntries(List.of(entry("lone-12345678", "Lone", "Aurora Labs", "industry")))
                .build();
    }

    /** Nothing of the week itself can be counted, but something older can. */
    static Digest late() {
        return empty().setObservations(2)
                .setEntries(List.of(DigestEntry.newBuilder(full().getEntries().get(3))
                        .setPublishedAt("2026-02-02")
                        .build()))
                .build();
    }

    /** No observation at all. */
    static Digest silent() {
        return empty().build();
    }

    /** A week in which whoever could name something named it against us. */
    static Digest hostile() {
        String name =
                "</title><script>alert(1)</script> [x](javascript:alert(1)) `|**\u202Eevil\u0007\"'& www.bad.example";
        return empty().setObservations(3)
                .setEntries(List.of(
                        DigestEntry.newBuilder(entry("a-1", name, name, "industry"))
                                .setCompute(compute(2e24, 1e24, 4e24, "reported"))
                                .setQuote(name + "\n\n# heading\n<img src=x onerror=alert(1)>")
                                .setUrl("javascript:alert(1)")
                                .setLicense(name)
                                .build(),
                        DigestEntry.newBuilder(
                                        entry("b\"><script>", "# 1. Robert'); drop table releases;--", "", "odd"))
                                .setUrl("https://user:secret@bad.example/")
                                .setQuote("quoted")
                                .build(),
                        entry("c-1", "\u202E \u200B", "x".repeat(5_000), "industry")))
                .setPoints(List.of(
                        point("a-1", name, "2026-03-18", 2e24, "industry"),
                        point("z-1", name, "2025-03-18", 3.14e23, "<script>")))
                .setCorrections(List.of(Correction.newBuilder()
                        .setFamilyId("a-1")
                        .setName(name)
                        .setField(name)
                        .setFrom(name)
                        .build()))
                .setMethodsVersion("0.1.0+<b>`")
                .build();
    }

    /** Sixteen years of growth by a fixed rule, and one release dated after the week. */
    private static List<Point> history() {
        List<Point> points = new ArrayList<>();
        List<String> makers = List.of("industry", "academia", "collaboration", "industry", "unknown");
        for (int i = 0; i < 120; i++) {
            LocalDate day = LocalDate.of(2010, 1, 4).plusDays(49L * i);
            double compute = StrictMath.pow(10, 16.5 + i * 0.07 - (i * 37 % 23) * 0.12);
            points.add(point("past-" + i, "Past " + i, day.toString(), compute, makers.get(i % makers.size())));
        }
        points.add(point("llama-1", "Llama 3.1", "2024-07-23", 3.8e25, "industry"));
        points.add(point("meridian-2-1a2b3c4d", "Meridian 2", "2026-03-18", 6.1e25, "industry"));
        points.add(point("fjord-9f8e7d6c", "Fjord-32B", "2026-03-17", 3.5e24, "industry"));
        points.add(point("future-1", "Not yet", "2026-05-01", 4e26, "industry"));
        return points;
    }

    private static Digest.Builder empty() {
        return Digest.newBuilder()
                .setWeek("2026-W12")
                .setFrom("2026-03-16")
                .setTo("2026-03-22")
                .setMadeAt(Instant.parse("2026-03-23T06:00:00Z"))
                .setMethodsVersion("0.1.0+1a2b3c4d");
    }

    private static DigestEntry entry(String id, String name, String organizations, String affiliation) {
        return DigestEntry.newBuilder()
                .setFamilyId(id)
                .setName(name)
                .setOrganizations(organizations)
                .setAffiliation(affiliation)
                .setPublishedAt("2026-03-18T09:30:00Z")
                .build();
    }

    private static Compute compute(double value, double low, double high, String method) {
        return Compute.newBuilder()
                .setValue(value)
                .setLow(low)
                .setHigh(high)
                .setMethod(method)
                .build();
    }

    private static Compute imputed(double value) {
        return Compute.newBuilder(compute(value, value / 50, value * 50, "imputed"))
                .setImputed(true)
                .build();
    }

    private static Point point(String id, String name, String date, double compute, String affiliation) {
        return Point.newBuilder()
                .setFamilyId(id)
                .setName(name)
                .setDate(date)
                .setCompute(compute)
                .setLow(compute / 2)
                .setHigh(compute * 2)
                .setAffiliation(affiliation)
                .build();
    }

    private static Tally tally(
            String measure,
            String selection,
            String dimension,
            String value,
            double number,
            @Nullable Double low,
            @Nullable Double high,
            long imputed) {
        return Tally.newBuilder()
                .setMeasure(measure)
                .setSelection(selection)
                .setDimension(dimension)
                .setValue(value)
                .setWindow("365d")
                .setNumber(number)
                .setLow(low)
                .setHigh(high)
                .setExact(low == null)
                .setImputed(imputed)
                .build();
    }
}
