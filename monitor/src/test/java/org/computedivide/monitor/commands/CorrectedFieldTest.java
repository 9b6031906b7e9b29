package org.computedivide.monitor.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.computedivide.avro.Observation;
import org.computedivide.avro.Statement;
import org.computedivide.monitor.CannotRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectedFieldTest {

    private static final Subjects.Subject CARD =
            new Subjects.Subject("huggingface/maker/Orion-7B", "Orion-7B", "https://example.org/orion");

    @Test
    void shouldGiveANumberItsUnit() {
        // When:
        Statement statement = CorrectedField.statement("trainingTokens", "2e12");

        // Then:
        assertThat(statement.getNumber()).isEqualTo(2e12);
        assertThat(statement.getUnit()).isEqualTo("tokens");
    }

    @ParameterizedTest
    @CsvSource({
        "trainingToken, 2e12, trainingTokens",
        "parameters, seven, no number",
        "parameters, -1, above zero",
        "parameters, Infinity, above zero"
    })
    void shouldSayWhatIsWrong(String field, String value, String said) {
        assertThatThrownBy(() -> CorrectedField.statement(field, value))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining(said);
    }

    @Test
    void shouldReplaceAnEarlierValueOfTheSameField() {
        // Given:
        Observation first = said("parameters", "7e9");

        // When:
        Observation second = said("parameters", "8e9");

        // Then:
        assertThat(second.getNativeId()).isEqualTo(first.getNativeId()).startsWith("correct:");
        assertThat(said("epochs", "2").getNativeId()).isNotEqualTo(first.getNativeId());
        assertThat(second.getStatements())
                .filteredOn(statement -> statement.getField().equals("parameters"))
                .extracting(Statement::getCitation)
                .containsExactly("the maker told us");
    }

    private static Observation said(String field, String value) {
        return OperatorSays.correction(CARD, CorrectedField.statement(field, value), "by hand", "the maker told us");
    }
}
