package org.computedivide.sinks.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.computedivide.avro.Accelerators;
import org.computedivide.avro.Alert;
import org.computedivide.avro.ClaimFigure;
import org.computedivide.avro.Compute;
import org.computedivide.avro.Correction;
import org.computedivide.avro.Estimate;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;
import org.computedivide.avro.LiteratureClaim;
import org.computedivide.avro.Member;
import org.computedivide.avro.Openness;
import org.computedivide.avro.Organization;
import org.computedivide.avro.Release;
import org.computedivide.avro.SourceHealth;
import org.computedivide.avro.Tally;
import org.computedivide.avro.Trend;
import org.computedivide.avro.Variant;
import org.computedivide.sinks.Samples;
import org.computedivide.sinks.postgres.FilledTables;
import org.jspecify.annotations.Nullable;

/** Rows for looking at the page: the bundled landmark table as releases, and some made-up news about it. */
final class PlausibleRows {

    private static final Path LANDMARKS =
            Path.of("producers/src/main/resources/org/computedivide/producers/table/landmarks.csv");
    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");

    private final FilledTables tables;
    private final Random random = new Random(20260302);
    private final Map<String, Release> releases = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> byYear = new LinkedHashMap<>();

    PlausibleRows(FilledTables tables) {
        this.tables = tables;
    }

    void write() throws SQLException, IOException {
        landmarks();
        tables.releases(releases);
        news();
        tallies();
        sources();
        literature();
    }

    private void literature() throws SQLException {
        var academia = ClaimFigure.newBuilder()
                .setRole("ours")
                .setDefinition("academia alone, among releases of the last 365 days with known compute")
                .setValue(0.0714)
                .setUnit("fraction")
                .setN(56L)
                .setUnknown(31L)
                .setProvisional(true)
                .build();
        var points = ClaimFigure.newBuilder()
                .setRole("reproduced")
                .setDefinition("records (running top 1) of their own points")
                .setValue(3.391)
                .setLow(2.4)
                .setHigh(6.8)
                .setUnit("months")
                .setN(6L)
                .build();
        var nothing = ClaimFigure.newBuilder()
                .setRole("neighbour")
                .setDefinition("something that nobody has counted")
                .build();
        tables.literature(Map.of(
                "share",
                        claim(
                                1,
                                "Academia makes ever fewer of the large models.",
                                "other-population",
                                academia,
                                nothing),
                "doubling", claim(2, "Compute doubled every 3.4 months.", "reproduced", points)));
    }

    private static LiteratureClaim claim(int place, String sentence, String standing, ClaimFigure... figures) {
        return LiteratureClaim.newBuilder()
                .setPlace(place)
                .setClaim(sentence)
                .setSource("An author 2018, A paper")
                .setUrl("https://example.org/paper")
                .setDefinition("What they counted.")
                .setPublished("3.4 months")
                .setStanding(standing)
                .setWhy("Their list is not published in readable form.")
                .setFigures(List.of(figures))
                .build();
    }

    private void landmarks() throws IOException {
        Path file = Files.exists(LANDMARKS) ? LANDMARKS : Path.of("..").resolve(LANDMARKS);
        List<String> lines = Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        List<String> head = cells(lines.get(0));
        for (int i = 1; i < lines.size(); i++) {
            var row = new LinkedHashMap<String, String>();
            List<String> cells = cells(lines.get(i));
            for (int c = 0; c < Math.min(head.size(), cells.size()); c++) {
                row.put(head.get(c), cells.get(c));
            }
            Release release = release(row, i);
            releases.put(release.getFamilyId(), release);
        }
    }

    private Release release(Map<String, String> row, int number) {
        String name = row.getOrDefault("name", "");
        String id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-" + "%08x".formatted(number);
        List<String> types = List.of(row.getOrDefault("organizationTypes", "").split(";"));
        List<String> makers = List.of(row.getOrDefault("organizations", "").split(";"));
        List<String> countries = List.of(row.getOrDefault("countries", "").split(";"));
        var organizations = new ArrayList<Organization>();
        for (int i = 0; i < makers.size(); i++) {
            organizations.add(Organization.newBuilder()
                    .setName(makers.get(i))
                    .setType(i < types.size() ? types.get(i) : "unknown")
                    .setCountry(i < countries.size() ? countries.get(i) : "")
                    .setRule("table")
                    .build());
        }
        String day = row.getOrDefault("publishedAt", "");
        String affiliation = affiliation(types);
        String written = row.getOrDefault("weights", "");
        String weights = written.isEmpty() ? "unknown" : written;
        if (day.length() >= 4) {
            byYear.computeIfAbsent("affiliation " + day.substring(0, 4), key -> new LinkedHashMap<>())
                    .merge(affiliation, 1, Integer::sum);
            byYear.computeIfAbsent("openness " + day.substring(0, 4), key -> new LinkedHashMap<>())
                    .merge(weights, 1, Integer::sum);
        }
        Double flop = number(row.get("trainingCompute"));
        Double parameters = number(row.get("parameters"));
        Compute compute = flop == null ? null : compute(flop, row);
        Instant seen =
                number > 530 ? NOW.minus(Duration.ofMinutes(7L * (545 - number))) : NOW.minus(Duration.ofDays(2));
        Variant variant = Variant.newBuilder()
                .setName(name)
                .setPublishedAt(day)
                .setParameters(parameters == null ? null : Samples.quantity(parameters))
                .setAccelerators(
                        row.getOrDefault("accelerator", "").isEmpty()
                                ? null
                                : Accelerators.newBuilder()
                                        .setName(row.get("accelerator"))
                                        .setCount(number(row.get("acceleratorCount")))
                                        .setHours(number(row.get("trainingHours")))
                                        .setChipHours(number(row.get("chipHours")))
                                        .build())
                .setCompute(compute)
                .setEstimates(compute == null ? List.of() : estimates(compute))
                .setHeadline(compute != null)
                .build();
        return Release.newBuilder()
                .setFamilyId(id)
                .setName(name)
                .setPublishedAt(day.isEmpty() ? null : day)
                .setPublishedDay(day.isEmpty() ? null : Samples.day(day))
                .setFirstObservedAt(seen)
                .setChangedAt(seen)
                .setSubject("landmarks/" + number)
                .setOrganizations(organizations)
                .setAffiliation(affiliation)
                .setAffiliationByShare(affiliation)
                .setCountries(countries.stream()
                        .filter(c -> !c.isEmpty())
                        .distinct()
                        .sorted()
                        .toList())
                .setOpenness(Openness.newBuilder()
                        .setWeights(weights)
                        .setTrainingCode(row.getOrDefault("trainingCode", "unknown"))
                        .setLicense(weights.equals("unrestricted") ? "Apache-2.0" : "")
                        .setRule("table")
                        .build())
                .setDomains(List.of(row.getOrDefault("domains", "other").split(";")))
                .setVariants(List.of(variant))
                .setCompute(compute)
                .setParameters(parameters == null ? null : Samples.quantity(parameters))
                .setDerivatives(weights.equals("unrestricted") ? random.nextInt(400) : 0)
                .setMembers(List.of(Member.newBuilder()
                        .setSource("landmarks")
                        .setNativeId(Integer.toString(number))
                        .setUrl(row.getOrDefault("url", ""))
                        .setTitle(name)
                        .setPublishedAt(day)
                        .setObservedAt(seen)
                        .setLink("name:" + makers.get(0) + "/" + name)
                        .build()))
                .setMethodsVersion("0.1.0+1a2b3c4d")
                .build();
    }

    private static Compute compute(double flop, Map<String, String> row) {
        double sigma = "confident".equals(row.get("confidence")) ? 0.1 : 0.4;
        double width = Math.pow(10, 1.645 * sigma);
        return Compute.newBuilder()
                .setValue(flop)
                .setLow(flop / width)
                .setHigh(flop * width)
                .setMethod("curated")
                .setConfidence("medium")
                .setArithmetic("as the table states it: " + flop + " FLOP")
                .setAdded(flop)
                .setSigma(sigma)
                .build();
    }

    private static List<Estimate> estimates(Compute compute) {
        return List.of(
                Estimate.newBuilder()
                        .setValue(compute.getValue())
                        .setLow(compute.getLow())
                        .setHigh(compute.getHigh())
                        .setMethod("curated")
                        .setArithmetic(compute.getArithmetic())
                        .setSources(List.of("landmarks/12"))
                        .setTier("curated")
                        .setUsed(true)
                        .build(),
                Estimate.newBuilder()
                        .setValue(compute.getValue() * 1.9)
                        .setLow(compute.getValue() / 2.4)
                        .setHigh(compute.getValue() * 8.6)
                        .setMethod("hardware-time")
                        .setArithmetic("2,048 chips × 1,300 h × 3,600 s × 989e12 FLOP/s × 0.30 utilisation")
                        .setSources(List.of("arxiv/2602.01234"))
                        .setNote("Not used: a curated value stands before one computed here.")
                        .build());
    }

    private void news() throws SQLException {
        List<Release> newest = releases.values().stream()
                .filter(release -> release.getCompute() != null)
                .skip(Math.max(0, releases.size() - 150L))
                .toList();
        Release star = newest.get(newest.size() - 1);
        tables.evidence(Map.of("landmarks/" + star.getSubject().substring(10), evidence(star)));
        tables.alerts(Map.of("a1", alert(star, "a1", "fired"), "a2", alert(newest.get(4), "a2", "withdrawn")));
        tables.corrections(Map.of(
                "c1",
                Correction.newBuilder(Samples.correction("c1", star.getFamilyId()))
                        .setName(star.getName())
                        .setSentence("Training compute of " + star.getName()
                                + " was 3.3e24 FLOP and is 3.5e24 FLOP: its card now states the tokens.")
                        .build()));
        tables.trends(Map.of(
                "doubling-time|runningTop10", trend("runningTop10", 0.70, 24.7, 5.1, 4.7, 5.5, 93),
                "doubling-time|allWithCompute", trend("allWithCompute", 0.55, 23.2, 6.6, 6.2, 7.0, 480)));
        tables.digests(Map.of("2026-W09", Samples.digest("2026-W09"), "2026-W08", Samples.digest("2026-W08")));
    }

    private static Evidence evidence(Release star) {
        Evidence evidence = Samples.evidence(
                "landmarks",
                star.getSubject().substring(10),
                Fact.newBuilder(
                                Samples.fact(
                                        "parameters",
                                        6.71e11,
                                        "a Mixture-of-Experts model with 671B total parameters with 37B activated for each token"))
                        .setText("671B")
                        .setUnit("parameters")
                        .build(),
                Fact.newBuilder(Samples.fact(
                                "trainingTokens",
                                14.8e12,
                                "We pre-train it on 14.8 trillion diverse and high-quality tokens"))
                        .setText("14.8 trillion")
                        .setUnit("tokens")
                        .build(),
                Fact.newBuilder(Samples.fact(
                                "chipHours", 2.788e6, "requires only 2.788M H800 GPU hours for its full training"))
                        .setText("2.788M")
                        .setUnit("chip-hours")
                        .setQuarantine("more chips than exist")
                        .build());
        return Evidence.newBuilder(evidence)
                .setUrl("https://arxiv.org/abs/2412.19437")
                .setTitle(star.getName() + " Technical Report")
                .build();
    }

    private static Alert alert(Release of, String id, String state) {
        return Alert.newBuilder(Samples.alert(id, of.getFamilyId()))
                .setState(state)
                .setName(of.getName())
                .setTitle(of.getName() + " probably exceeds 1e25 FLOP")
                .setMessage(
                        "Its cumulative training compute is 2.0e25 FLOP (0.9e25–4.4e25); the probability that it exceeds the line of the EU AI Act is 0.80.")
                .build();
    }

    private static Trend trend(
            String selection, double slope, double at2020, double months, double low, double high, long n) {
        return Trend.newBuilder(Samples.trend(selection))
                .setFrom("2012-06-01")
                .setSlope(slope)
                .setIntercept(at2020 - slope * 2023)
                .setDoublingMonths(months)
                .setLow(low)
                .setHigh(high)
                .setN(n)
                .setUnknown(61)
                .build();
    }

    private void tallies() throws SQLException {
        var tallies = new LinkedHashMap<String, Tally>();
        byYear.forEach((key, values) -> values.forEach((value, number) -> {
            String[] parts = key.split(" ", 2);
            Tally tally = Tally.newBuilder(Samples.tally(value, "year:" + parts[1], number))
                    .setDimension(parts[0])
                    .setProvisional(parts[1].equals("2026"))
                    .build();
            tallies.put(Samples.key(tally), tally);
        }));
        add(tallies, "releases", "all", "total", "all", 214, null, null);
        add(tallies, "releaseShare", "all", "affiliation", "academia", 0.17, null, null);
        add(tallies, "releaseShare", "all", "affiliation", "industry", 0.61, null, null);
        add(tallies, "computeShare", "withCompute", "affiliation", "industry", 0.92, 0.73, 0.98);
        add(tallies, "releaseShare", "all", "openness", "unrestricted", 0.48, null, null);
        add(tallies, "computeKnown", "all", "total", "all", 0.39, null, null);
        tables.tallies(tallies);
    }

    private static void add(
            Map<String, Tally> tallies,
            String measure,
            String selection,
            String dimension,
            String value,
            double number,
            @Nullable Double low,
            @Nullable Double high) {
        Tally tally = Tally.newBuilder(Samples.tally(value, "365d", number))
                .setMeasure(measure)
                .setSelection(selection)
                .setDimension(dimension)
                .setLow(low)
                .setHigh(high)
                .setMembers(83)
                .setNonMembers(100)
                .setUnknown(31)
                .setProvisional(true)
                .build();
        tallies.put(Samples.key(tally), tally);
    }

    private void sources() throws SQLException {
        tables.sources(Map.of(
                "arxiv", source("arxiv", "arXiv", "https://export.arxiv.org/api/query", "ok", "", 1284),
                "huggingface",
                        source(
                                "huggingface",
                                "Hugging Face Hub",
                                "https://huggingface.co/api/models",
                                "waiting",
                                "Waits for its turn: one page a second.",
                                20311),
                "lab-feed",
                        source(
                                "lab-feed",
                                "Lab announcements",
                                "https://example.org/feed.xml",
                                "unreachable",
                                "export.example.org does not answer; the next try is at 09:45 UTC.",
                                12),
                "epoch",
                        source(
                                "epoch",
                                "Epoch AI, Data on AI Models",
                                "https://epoch.ai/data/all_ai_models.csv",
                                "page-changed",
                                "The column Organization is missing; the rows of the last good table stand.",
                                3245),
                "landmarks",
                        source("landmarks", "Landmark models (bundled)", "classpath:landmarks.csv", "ok", "", 540)));
    }

    private static SourceHealth source(String id, String name, String url, String state, String message, long items) {
        return SourceHealth.newBuilder(Samples.source(id, state))
                .setName(name)
                .setUrl(url)
                .setMessage(message)
                .setItems(items)
                .setRejected(state.equals("page-changed") ? 3 : 0)
                .setLastSuccess(state.equals("unreachable") ? null : NOW.minusSeconds(300))
                .setNextAttempt(NOW.plusSeconds(900))
                .build();
    }

    private static String affiliation(List<String> types) {
        List<String> distinct =
                types.stream().filter(t -> !t.isEmpty()).distinct().sorted().toList();
        return distinct.isEmpty()
                ? "unknown"
                : distinct.size() == 1
                        ? distinct.get(0)
                        : distinct.containsAll(List.of("academia", "industry")) ? "collaboration" : "mixed";
    }

    private static @Nullable Double number(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isEmpty() ? null : Double.valueOf(text);
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
