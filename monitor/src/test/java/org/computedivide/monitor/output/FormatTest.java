package org.computedivide.monitor.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {

    @ParameterizedTest
    @CsvSource({
        "0.10123456789, 0.1012, 0.10123456789",
        "3.141592e25, 3.14e25, 3.141592E25",
        "0, 0, 0",
        "12345.6, 12350, 12345.6",
        "1.5e-9, 1.50e-09, 1.5E-9"
    })
    void shouldRoundForPeopleOnly(String number, String shown, String full) throws Exception {
        // Given:
        var row = new ObjectMapper().createObjectNode().put("x", Double.parseDouble(number));
        if (number.equals("0")) {
            row.put("x", 0);
        }

        // When:
        String table = written(Format.TABLE, row);
        String csv = written(Format.CSV, row);

        // Then:
        assertThat(table.lines()).containsExactly("number", shown);
        assertThat(csv.lines()).containsExactly("number", full);
    }

    private static String written(Format format, com.fasterxml.jackson.databind.node.ObjectNode row) {
        var out = new StringWriter();
        try (RowWriter writer = format.writer(new PrintWriter(out), List.of(Column.figure("number", "x")))) {
            writer.write(row);
        }
        return out.toString();
    }
}
