package org.computedivide.streams.rules.tallies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.computedivide.avro.Accelerators;
import org.computedivide.avro.Compute;
import org.computedivide.avro.CountedRelease;
import org.computedivide.avro.Headline;
import org.computedivide.avro.Organization;
import org.computedivide.avro.Release;
import org.computedivide.avro.Variant;
import org.computedivide.avro.topics.SingleObjectSerde;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountedReleasesTest {

    @Test
    void shouldKeepAddedForSumsAndCumulativeForLines() {
        // When:
        CountedRelease counted = count(release(compute().setInherited(9.9e23).build()));

        // Then:
        assertThat(counted.getCumulative()).isEqualTo(1e24);
        assertThat(counted.getAdded()).isEqualTo(1e22);
        assertThat(counted.getDay()).isEqualTo((int) LocalDate.of(2026, 3, 1).toEpochDay());
        assertThat(counted.getWeights()).isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource({"project, false", "with-data-generation, false", "unknown, true"})
    void shouldLeaveOutWhatCountsMoreThanTheTrainingOrRestsOnAPrior(String boundary, boolean imputed) {
        // When:
        CountedRelease counted = count(
                release(compute().setBoundary(boundary).setImputed(imputed).build()));

        // Then:
        assertThat(counted.getCumulative()).isNull();
        assertThat(counted.getAdded()).isNull();
        assertThat(counted.getHeadlines()).isEmpty();
        assertThat(counted.getImputed()).isEqualTo(imputed);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1, 0})
    void shouldLeaveOutWhatIsNoFigure(double flop) {
        // When:
        CountedRelease counted =
                count(release(compute().setValue(flop).setAdded(flop).build()));

        // Then:
        assertThat(counted.getCumulative()).isNull();
        assertThat(counted.getAdded()).isNull();
    }

    @Test
    void shouldTakeEveryHeadlineVariantAtItsOwnDate() {
        // Given:
        Release release = Release.newBuilder(release(compute().build()))
                .setVariants(List.of(
                        variant("405b", "2026-03", true), variant("70b", null, true), variant("8b", null, false)))
                .build();

        // When:
        CountedRelease counted = count(release);

        // Then:
        assertThat(counted.getHeadlines()).extracting(Headline::getVariant).containsExactly("405b", "70b");
        assertThat(counted.getHeadlines()).extracting(Headline::getDay).containsOnly((int)
                LocalDate.of(2026, 3, 1).toEpochDay());
    }

    @Test
    void shouldCountAReleaseWithoutADateAsUndatedAndAWithdrawnOneNowhere() {
        // Given:
        Release dated = release(compute().build());

        // When:
        CountedRelease undated =
                count(Release.newBuilder(dated).setPublishedDay(null).build());

        // Then:
        assertThat(undated.getDated()).isFalse();
        assertThat(undated.getCumulative()).isEqualTo(1e24);
        assertThat(CountedReleases.of(
                        Release.newBuilder(dated).setState("withdrawn").build()))
                .isEmpty();
    }

    @Test
    void shouldKeepWhatSelectionsAndConcentrationNeed() {
        // Given:
        Release release = Release.newBuilder(release(compute().build()))
                .setName("AlexNet")
                .setFlags(List.of("notable"))
                .setOrganizations(List.of(maker("Zeta", ""), maker("Alpha Labs", "Alpha"), maker("Alpha", "")))
                .build();

        // When:
        CountedRelease counted = count(release);

        // Then:
        assertThat(counted.getNotable()).isTrue();
        assertThat(counted.getLandmark()).isEqualTo("alexnet");
        assertThat(counted.getOrganizations()).containsExactly("Zeta", "Alpha");
        assertThat(counted.getDisclosed()).isEqualTo(Disclosed.COMPUTE);
    }

    @Test
    void shouldKeepMakersOfKnownTypeUnderTheirOwnNamesAndTheirParents() {
        // Given:
        Organization stranger = Organization.newBuilder().setName("zeta-fan").build();
        Release signed = Release.newBuilder(release(null))
                .setOrganizations(List.of(typed("Heron Lab", "Alpha"), typed("Alpha", ""), stranger))
                .build();
        Release strange = Release.newBuilder(release(null))
                .setOrganizations(List.of(stranger))
                .build();

        // When:
        CountedRelease counted = count(signed);

        // Then:
        assertThat(counted.getMakers()).containsExactly("Alpha", "Heron Lab");
        assertThat(counted.getParents()).containsExactly("Alpha");
        assertThat(count(strange).getMakers()).containsExactly("other");
        assertThat(count(release(null)).getMakers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NVIDIA H100 SXM5 80GB, 3A090.a", "NVIDIA Tesla K80, below", "Cray Abacus, ''"})
    void shouldKeepTheExportClassOfTheChip(String chip, String expected) {
        // Given:
        Variant trained = Variant.newBuilder(variant("8b", null, true))
                .setAccelerators(Accelerators.newBuilder().setName(chip).build())
                .build();
        Release release = Release.newBuilder(release(compute().build()))
                .setVariants(List.of(trained))
                .setHeadlineVariant(trained.getId())
                .build();

        // When:
        CountedRelease counted = count(release);

        // Then:
        assertThat(counted.getChipClass()).isEqualTo(expected);
    }

    @Test
    void shouldStaySmallInTheStore() {
        // Given:
        CountedRelease counted = count(Release.newBuilder(release(compute().build()))
                .setFamilyId("a-model-with-a-rather-long-name-2026-0123abcd")
                .setAffiliation("collaboration")
                .setAffiliationByShare("industry")
                .setCountries(List.of("CN", "FR", "US"))
                .setDomains(List.of("image-generation", "language", "multimodal"))
                .setOrganizations(List.of(typed("Heron Laboratory", "Alpha")))
                .setVariants(List.of(variant("8b", null, true), variant("70b", null, true)))
                .build());

        // When:
        byte[] bytes = SingleObjectSerde.of(CountedRelease.class).serializer().serialize("store", counted);

        // Then:
        assertThat(bytes).hasSizeLessThan(300);
    }

    private static Organization maker(String name, String parent) {
        return Organization.newBuilder().setName(name).setParent(parent).build();
    }

    private static Organization typed(String name, String parent) {
        return Organization.newBuilder(maker(name, parent)).setType("industry").build();
    }

    private static CountedRelease count(Release release) {
        return CountedReleases.of(release).orElseThrow();
    }

    private static Release release(@Nullable Compute compute) {
        return Release.newBuilder()
                .setFamilyId("heron")
                .setPublishedDay("2026-03-01")
                .setCompute(compute)
                .setVariants(List.of(Variant.newBuilder()
                        .setCompute(compute)
                        .setHeadline(true)
                        .build()))
                .build();
    }

    private static Variant variant(String id, @Nullable String published, boolean headline) {
        return Variant.newBuilder()
                .setId(id)
                .setPublishedAt(published)
                .setCompute(compute().build())
                .setHeadline(headline)
                .build();
    }

    private static Compute.Builder compute() {
        return Compute.newBuilder().setValue(1e24).setAdded(1e22).setSigma(0.1).setMethod("operation-counting");
    }
}
