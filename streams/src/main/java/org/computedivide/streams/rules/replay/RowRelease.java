package org.computedivide.streams.rules.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.computedivide.avro.Accelerators;
import org.computedivide.avro.Compute;
import org.computedivide.avro.Member;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Openness;
import org.computedivide.avro.Organization;
import org.computedivide.avro.Quantity;
import org.computedivide.avro.Release;
import org.computedivide.avro.Statement;
import org.computedivide.avro.Variant;
import org.computedivide.streams.rules.Methods;
import org.computedivide.streams.rules.affiliation.AffiliationRule;
import org.computedivide.streams.rules.affiliation.Countries;
import org.computedivide.streams.rules.draws.Seed;
import org.computedivide.streams.rules.names.Folded;
import org.computedivide.streams.rules.text.CsvTable;

/**
 * A row of a facts table as a release of its own: compute, class and date stand as they are written, nothing is judged,
 * combined, quarantined or joined to other rows (DECISIONS 25).
 */
public final class RowRelease {

    private static final double Z90 = 1.645;
    private static final double SIGMA = curatedWidth();
    private static final int SLUG_LENGTH = 40;

    private static final Map<String, String> TYPES = Map.of(
            "Academia", "academia",
            "Industry", "industry",
            "Government", "government",
            "Research collective", "nonprofit");

    private static final Map<String, String> WEIGHTS = Map.of(
            "Open weights (unrestricted)", "unrestricted",
            "Open weights (restricted use)", "restricted-use",
            "Open weights (non-commercial)", "non-commercial",
            "API access", "api",
            "Hosted access (no API)", "hosted",
            "Unreleased", "unreleased");

    private RowRelease() {}

    /** The id of the release that a row becomes: a slug of the model's name, and 8 digits of the row's key. */
    public static String familyId(String key, String name) {
        String slug = Folded.slug(name);
        String cut = slug.length() > SLUG_LENGTH ? slug.substring(0, SLUG_LENGTH) : slug;
        return cut + "-" + HexFormat.of().toHexDigits((int) Seed.of(key).bits());
    }

    /** The release of a row that is present. */
    public static Release of(String key, Observation row) {
        List<String> types = types(row);
        Optional<Compute> compute = compute(row);
        Variant variant = variant(row, compute);
        return Release.newBuilder()
                .setFamilyId(familyId(key, row.getTitle()))
                .setName(row.getTitle())
                .setPublishedAt(row.getPublishedAt())
                .setPublishedDay(row.getPublishedAt())
                .setFirstObservedAt(row.getObservedAt())
                .setChangedAt(row.getObservedAt())
                .setMembers(List.of(member(row)))
                .setSubject(key)
                .setOrganizations(organizations(row, types))
                .setAffiliation(AffiliationRule.bySet(types))
                .setAffiliationByShare(EntryShare.of(types))
                .setCountries(countries(row))
                .setOpenness(openness(row))
                .setDomains(list(row, "domain")
                        .map(Folded::slug)
                        .distinct()
                        .sorted()
                        .toList())
                .setVariants(List.of(variant))
                .setCompute(compute.orElse(null))
                .setParameters(variant.getParameters())
                .setFlags(text(row, "notable").equals("True") ? List.of("notable") : List.of())
                .setMethodsVersion(Methods.version())
                .build();
    }

    private static Member member(Observation row) {
        return Member.newBuilder()
                .setSource(row.getSource())
                .setNativeId(row.getNativeId())
                .setForm(row.getForm())
                .setTier(row.getTier())
                .setIntake(row.getIntake())
                .setUrl(row.getUrl())
                .setTitle(row.getTitle())
                .setPublishedAt(row.getPublishedAt())
                .setObservedAt(row.getObservedAt())
                .setFirstObservedAt(row.getObservedAt())
                .setContentHash(row.getContentHash())
                .build();
    }

    private static Variant variant(Observation row, Optional<Compute> compute) {
        return Variant.newBuilder()
                .setPublishedAt(row.getPublishedAt())
                .setParameters(quantity(row, "parameters").orElse(null))
                .setTrainingTokens(quantity(row, "datasetSize").orElse(null))
                .setAccelerators(accelerators(row).orElse(null))
                .setCompute(compute.orElse(null))
                .setHeadline(compute.isPresent())
                .build();
    }

    private static Optional<Accelerators> accelerators(Observation row) {
        String name = text(row, "accelerator");
        Optional<Double> count = number(row, "acceleratorCount");
        return name.isEmpty() && count.isEmpty()
                ? Optional.empty()
                : Optional.of(Accelerators.newBuilder()
                        .setName(name)
                        .setCount(count.orElse(null))
                        .setHours(number(row, "trainingHours").orElse(null))
                        .setChipHours(number(row, "chipHours").orElse(null))
                        .build());
    }

    private static Optional<Compute> compute(Observation row) {
        return statement(row, "trainingCompute")
                .filter(stated -> number(row, "trainingCompute").orElse(0.0) > 0)
                .map(RowRelease::compute);
    }

    private static Compute compute(Statement stated) {
        double value = Objects.requireNonNull(stated.getNumber());
        double width = StrictMath.pow(10, Z90 * SIGMA);
        double low = stated.getLow() == null || stated.getLow() <= 0 ? value / width : Math.min(stated.getLow(), value);
        double high = stated.getHigh() == null ? value * width : Math.max(stated.getHigh(), value);
        return Compute.newBuilder()
                .setValue(value)
                .setLow(low)
                .setHigh(high)
                .setSigma(StrictMath.log10(high / low) / (2 * Z90))
                .setAdded(value)
                .setMethod("curated")
                .setConfidence("medium")
                .setArithmetic("As the table states it: " + stated.getText() + " FLOP.")
                .setBoundary("unknown")
                .build();
    }

    private static Optional<Quantity> quantity(Observation row, String field) {
        return number(row, field)
                .map(value -> Quantity.newBuilder()
                        .setValue(value)
                        .setLow(value)
                        .setHigh(value)
                        .setRule("table")
                        .build());
    }

    private static Openness openness(Observation row) {
        return Openness.newBuilder()
                .setWeights(WEIGHTS.getOrDefault(text(row, "accessibility"), "unknown"))
                .setRule("table")
                .build();
    }

    private static List<String> types(Observation row) {
        return list(row, "organizationType")
                .map(type -> TYPES.getOrDefault(type, Folded.slug(type)))
                .toList();
    }

    /** Types stand in the order of the organisations in most rows, not in all. */
    private static List<Organization> organizations(Observation row, List<String> types) {
        List<String> names = row.getOrganizations();
        var organizations = new ArrayList<Organization>();
        for (int i = 0; i < names.size(); i++) {
            organizations.add(Organization.newBuilder()
                    .setName(names.get(i))
                    .setType(types.size() == names.size() ? types.get(i) : "unknown")
                    .setRule("table")
                    .build());
        }
        return organizations;
    }

    private static List<String> countries(Observation row) {
        return list(row, "country")
                .map(Countries::of)
                .filter(code -> !code.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> list(Observation row, String field) {
        return Arrays.stream(text(row, field).split(",")).map(String::strip).filter(entry -> !entry.isEmpty());
    }

    private static String text(Observation row, String field) {
        return statement(row, field).map(Statement::getText).orElse("");
    }

    private static Optional<Double> number(Observation row, String field) {
        return statement(row, field).map(Statement::getNumber);
    }

    private static Optional<Statement> statement(Observation row, String field) {
        return row.getStatements().stream()
                .filter(statement -> statement.getField().equals(field))
                .findFirst();
    }

    private static double curatedWidth() {
        return CsvTable.read("widths.csv").stream()
                .filter(width -> width.getOrDefault("id", "").equals("curated"))
                .map(width -> Double.parseDouble(width.getOrDefault("sigma", "")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("widths.csv has no row curated"));
    }
}
