package org.computedivide.monitor.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.computedivide.producers.feed.Lab;
import org.computedivide.streams.rules.affiliation.Known;
import org.computedivide.streams.rules.affiliation.Register;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose announcements are watched: every kind of maker, every region that trains models, by the register. */
class LabsCoverTest {

    private static final int FEWEST = 30;

    @Test
    void shouldKnowWhoSpeaksInEveryLab() {
        // Given:
        List<Lab> labs = Lab.bundled();

        // When:
        List<String> unknown = labs.stream()
                .map(Lab::organization)
                .filter(name -> Register.standard().byName(name).isEmpty())
                .toList();

        // Then:
        assertThat(unknown).isEmpty();
        assertThat(labs).hasSizeGreaterThanOrEqualTo(FEWEST);
    }

    @Test
    void shouldWatchEveryKindOfMaker() {
        // When:
        Set<String> kinds = new TreeSet<>(makers().map(Known::type).toList());

        // Then:
        assertThat(kinds).contains("industry", "academia", "government", "nonprofit");
    }

    @ParameterizedTest
    @CsvSource({
        "the Americas, US CA BR MX CL AR",
        "Europe, GB FR DE CH NL SE FI ES IT",
        "China, CN HK",
        "Korea, KR",
        "Japan, JP",
        "India, IN",
        "the Gulf, AE SA QA",
    })
    void shouldWatchEveryRegion(String region, String countries) {
        // When:
        List<Known> there = makers().filter(
                        maker -> Set.of(countries.split(" ")).contains(maker.country()))
                .toList();

        // Then:
        assertThat(there).as(region).isNotEmpty();
    }

    private static Stream<Known> makers() {
        return Lab.bundled().stream().flatMap(lab -> Register.standard().byName(lab.organization()).stream());
    }
}
