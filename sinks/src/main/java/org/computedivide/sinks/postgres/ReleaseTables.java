package org.computedivide.sinks.postgres;

import static org.computedivide.sinks.postgres.Column.day;
import static org.computedivide.sinks.postgres.Column.flag;
import static org.computedivide.sinks.postgres.Column.instant;
import static org.computedivide.sinks.postgres.Column.json;
import static org.computedivide.sinks.postgres.Column.number;
import static org.computedivide.sinks.postgres.Column.text;
import static org.computedivide.sinks.postgres.Column.texts;
import static org.computedivide.sinks.postgres.Column.whole;

import java.util.List;
import java.util.function.Function;
import org.computedivide.avro.Accelerators;
import org.computedivide.avro.Openness;
import org.computedivide.avro.Organization;
import org.computedivide.avro.Release;
import org.computedivide.avro.Variant;

/** {@code releases} and {@code variants}, both from the releases topic. */
final class ReleaseTables {

    private static final Openness NOTHING_KNOWN = Openness.newBuilder().build();

    static final Table<Release> RELEASES =
            new Table<>("releases", "family_id", List.of("family_id"), columns(), r -> 1);

    static final Table<Release> VARIANTS = new Table<>(
            "variants",
            "family_id",
            List.of("family_id", "ordinal"),
            variantColumns(),
            r -> r.getVariants().size());

    private ReleaseTables() {}

    private static List<Column<Release>> columns() {
        return Columns.<Release>start()
                .add(text("family_id", Row::key))
                .add(text("name", row -> row.value().getName()))
                .add(text("state", row -> row.value().getState()))
                .add(text("published_at", row -> row.value().getPublishedAt()))
                .add(day("published_day", row -> row.value().getPublishedDay()))
                .add(instant("first_observed_at", row -> row.value().getFirstObservedAt()))
                .add(instant("changed_at", row -> row.value().getChangedAt()))
                .add(text("subject", row -> row.value().getSubject()))
                .addAll(makers())
                .addAll(openness())
                .add(text("claim", row -> row.value().getClaim()))
                .add(texts("domains", row -> row.value().getDomains()))
                .add(text("headline_variant", row -> row.value().getHeadlineVariant()))
                .addAll(Columns.compute(row -> row.value().getCompute()))
                .addAll(Columns.quantity("parameters", row -> row.value().getParameters()))
                .addAll(Columns.quantity("cost", row -> row.value().getCost()))
                .addAll(Columns.quantity("energy", row -> row.value().getEnergy()))
                .addAll(Columns.quantity("carbon", row -> row.value().getCarbon()))
                .add(whole("derivatives", row -> row.value().getDerivatives()))
                .add(json("proofs", row -> row.value().getProofs()))
                .add(json("members", row -> row.value().getMembers()))
                .add(flag("fresh", row -> row.value().getFresh()))
                .add(texts("flags", row -> row.value().getFlags()))
                .add(text("methods_version", row -> row.value().getMethodsVersion()))
                .addAll(Columns.quantity("cost_rental", row -> row.value().getCostRental()))
                .addAll(Columns.quantity("cost_stated", row -> row.value().getCostStated()))
                .add(text("base_maker", row -> row.value().getBaseMaker()))
                .end();
    }

    private static List<Column<Release>> makers() {
        return List.of(
                texts("organizations", row -> ofMakers(row.value(), Organization::getName)),
                texts("organization_types", row -> ofMakers(row.value(), Organization::getType)),
                json("organization_details", row -> row.value().getOrganizations()),
                text("affiliation", row -> row.value().getAffiliation()),
                text("affiliation_by_share", row -> row.value().getAffiliationByShare()),
                texts("countries", row -> row.value().getCountries()));
    }

    private static List<Column<Release>> openness() {
        return List.of(
                text("weights", row -> open(row).getWeights()),
                text("training_code", row -> open(row).getTrainingCode()),
                text("data", row -> open(row).getData()),
                text("license", row -> open(row).getLicense()),
                text("license_class", row -> open(row).getLicenseClass()),
                text("mof_class", row -> open(row).getMofClass()),
                json("openness_dimensions", row -> open(row).getDimensions()),
                text("openness_quote", row -> open(row).getQuote()),
                text("openness_rule", row -> open(row).getRule()));
    }

    private static List<Column<Release>> variantColumns() {
        return Columns.<Release>start()
                .add(text("family_id", Row::key))
                .add(whole("ordinal", row -> (long) row.ordinal()))
                .add(text("variant_id", row -> variant(row).getId()))
                .add(text("name", row -> variant(row).getName()))
                .add(text("published_at", row -> variant(row).getPublishedAt()))
                .add(day("published_day", row -> Days.of(variant(row).getPublishedAt())))
                .add(flag("headline", row -> variant(row).getHeadline()))
                .addAll(Columns.quantity("parameters", row -> variant(row).getParameters()))
                .addAll(Columns.quantity(
                        "active_parameters", row -> variant(row).getActiveParameters()))
                .addAll(Columns.quantity("training_tokens", row -> variant(row).getTrainingTokens()))
                .addAll(Columns.quantity("epochs", row -> variant(row).getEpochs()))
                .add(text("accelerator", chips(Accelerators::getName)))
                .add(number("accelerator_count", chips(Accelerators::getCount)))
                .add(number("training_hours", chips(Accelerators::getHours)))
                .add(number("chip_hours", chips(Accelerators::getChipHours)))
                .addAll(Columns.compute(row -> variant(row).getCompute()))
                .add(json("estimates", row -> variant(row).getEstimates()))
                .add(texts("set_aside", row -> variant(row).getSetAside()))
                .add(json("candidates", row -> variant(row).getCandidates()))
                .end();
    }

    private static List<String> ofMakers(Release release, Function<Organization, String> part) {
        return release.getOrganizations().stream().map(part).toList();
    }

    private static Openness open(Row<Release> row) {
        Openness openness = row.value().getOpenness();
        return openness == null ? NOTHING_KNOWN : openness;
    }

    private static Variant variant(Row<Release> row) {
        return row.value().getVariants().get(row.ordinal());
    }

    private static Column.Reading<Release> chips(Columns.Of<Accelerators> part) {
        return Columns.from(row -> variant(row).getAccelerators(), part);
    }
}
