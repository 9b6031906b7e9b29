package org.computedivide.streams.rules.estimates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.computedivide.avro.Accelerators;
import org.computedivide.avro.Compute;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Quantity;
import org.computedivide.avro.Variant;
import org.jspecify.annotations.Nullable;

/**
 * Turns the evidence of one family into its variants, each with quantities and an estimate of training compute. How facts
 * find their variant is written at {@link Grouping}, who wins for a quantity at {@link Said}.
 */
public final class VariantReader {

    private static final Comparator<Evidence> BY_KEY =
            Comparator.comparing(Evidence::getSource).thenComparing(Evidence::getNativeId);
    private static final Comparator<Variant> BY_DATE =
            Comparator.comparing(VariantReader::date).thenComparing(Variant::getId);

    /**
     * The variants of a family, by date and then id; the result does not depend on the order of the members.
     *
     * @param members present evidence of one family
     */
    public List<Variant> read(List<Evidence> members) {
        List<Evidence> sorted = members.stream().sorted(BY_KEY).toList();
        if (sorted.isEmpty()) {
            return List.of();
        }
        Context context = Context.of(sorted);
        List<Variant> variants = new ArrayList<>();
        Grouping grouping = Grouping.of(sorted);
        grouping.variants()
                .forEach((id, voices) -> variants.add(Variant.newBuilder(variant(id, voices, sorted, context))
                        .setSetAside(grouping.aside())
                        .build()));
        variants.sort(BY_DATE);
        return markHeadlines(variants);
    }

    /** The variant to show for the family: the most compute, imputed ones last, then the most parameters. */
    public static Optional<Variant> top(List<Variant> variants) {
        return variants.stream()
                .max(Comparator.comparingDouble(VariantReader::counted)
                        .thenComparingDouble(VariantReader::parameters)
                        .thenComparingDouble(VariantReader::anyCompute)
                        .thenComparing(Comparator.comparing(Variant::getId).reversed()));
    }

    private static Variant variant(String id, List<Voice> voices, List<Evidence> members, Context context) {
        Said said = new Said(voices);
        Estimator.Result result = Estimator.of(said, context);
        return Variant.newBuilder()
                .setId(id)
                .setName(name(id, members))
                .setPublishedAt(Dates.earliest(id.isEmpty() ? members : ofVariant(id, members)))
                .setParameters(said.quantity("parameters").orElse(null))
                .setActiveParameters(said.quantity("activeParameters").orElse(null))
                .setTrainingTokens(tokens(said))
                .setEpochs(said.quantity("epochs").orElse(null))
                .setAccelerators(accelerators(said))
                .setCompute(result.compute())
                .setCandidates(Candidates.of(said))
                .setEstimates(result.estimates())
                .build();
    }

    private static String name(String id, List<Evidence> members) {
        String name = members.stream()
                .filter(member -> id.isEmpty() || member.getVariant().equals(id))
                .map(Evidence::getModelName)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return name.isEmpty() ? id : name;
    }

    /** Members that speak of the variant; when none does, those that speak of the family as a whole. */
    private static List<Evidence> ofVariant(String id, List<Evidence> members) {
        List<Evidence> own = members.stream()
                .filter(member -> member.getVariant().equals(id))
                .toList();
        return own.isEmpty() ? members : own;
    }

    private static @Nullable Quantity tokens(Said said) {
        return TokensSeen.voice(said).map(Said::quantity).orElse(null);
    }

    private static @Nullable Accelerators accelerators(Said said) {
        Optional<Voice> name = said.best("accelerator");
        Optional<Voice> count = said.best("acceleratorCount");
        Optional<Voice> hours = said.ofFew("trainingHours");
        Optional<Voice> chipHours = said.best("chipHours", HardwareTime::isOneRun);
        Optional<Voice> any = name.or(() -> count).or(() -> hours).or(() -> chipHours);
        return any.map(voice -> Accelerators.newBuilder()
                        .setName(name.map(named -> named.fact().getText()).orElse(""))
                        .setCount(count.map(Voice::number).orElse(null))
                        .setHours(hours.map(Voice::number).orElse(null))
                        .setChipHours(chipHours.map(Voice::number).orElse(null))
                        .setSource(voice.source())
                        .build())
                .orElse(null);
    }

    /** A headline variant has more counted compute than every other one published on or before its day. */
    private static List<Variant> markHeadlines(List<Variant> variants) {
        return variants.stream()
                .map(variant -> isHeadline(variant, variants)
                        ? Variant.newBuilder(variant).setHeadline(true).build()
                        : variant)
                .toList();
    }

    private static boolean isHeadline(Variant variant, List<Variant> all) {
        return counted(variant) > 0
                && all.stream()
                        .filter(other -> !other.getId().equals(variant.getId()))
                        .filter(other -> date(other).compareTo(date(variant)) <= 0)
                        .allMatch(other -> counted(other) < counted(variant)
                                || (counted(other) == counted(variant)
                                        && other.getId().compareTo(variant.getId()) > 0));
    }

    private static double counted(Variant variant) {
        Compute compute = variant.getCompute();
        return compute == null || compute.getImputed() ? 0 : compute.getValue();
    }

    private static double anyCompute(Variant variant) {
        Compute compute = variant.getCompute();
        return compute == null ? 0 : compute.getValue();
    }

    private static double parameters(Variant variant) {
        Quantity parameters = variant.getParameters();
        return parameters == null ? 0 : parameters.getValue();
    }

    private static String date(Variant variant) {
        String date = variant.getPublishedAt();
        return date == null ? "9999" : date.substring(0, Math.min(10, date.length()));
    }
}
