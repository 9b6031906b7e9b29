package org.computedivide.monitor.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.computedivide.avro.Tally;
import org.computedivide.monitor.CannotRun;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TalliesTest {

    private static final List<Tally> ROWS =
            List.of(tally("organization", "Heron"), tally("country", "FR"), tally("affiliation×openness", "a×b"));

    @Test
    void shouldSayWhichWordWasMeant() {
        // Given:
        Tallies command = asked("--by", "organisation");

        // When: // Then:
        assertThatThrownBy(() -> command.whole(ROWS))
                .isInstanceOf(CannotRun.class)
                .hasMessage("no tally has --by organisation (did you mean organization?);"
                        + " there are: affiliation×openness, country, organization");
    }

    @Test
    void shouldChooseWhatIsAskedFor() {
        // Given:
        Tallies command = asked("--by", "affiliation,openness", "--measure", "releases");

        // When:
        List<Tally> chosen = command.chosen(command.whole(ROWS));

        // Then:
        assertThat(chosen).extracting(Tally::getValue).containsExactly("a×b");
    }

    private static Tallies asked(String... arguments) {
        var command = new Tallies();
        new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
        return command;
    }

    private static Tally tally(String dimension, String value) {
        return Tally.newBuilder()
                .setMeasure("releases")
                .setDimension(dimension)
                .setValue(value)
                .build();
    }
}
