package org.computedivide.sinks.postgres;

import static org.computedivide.sinks.postgres.Column.flag;
import static org.computedivide.sinks.postgres.Column.json;
import static org.computedivide.sinks.postgres.Column.number;
import static org.computedivide.sinks.postgres.Column.text;
import static org.computedivide.sinks.postgres.Column.whole;

import java.util.List;
import org.computedivide.avro.ClaimFigure;
import org.computedivide.avro.LiteratureClaim;

/** {@code literature} and {@code literature_figures}: published claims with our numbers. */
final class LiteratureTables {

    static final Table<LiteratureClaim> CLAIMS =
            new Table<>("literature", "id", List.of("id"), claimColumns(), claim -> 1);

    static final Table<LiteratureClaim> FIGURES = new Table<>(
            "literature_figures",
            "id",
            List.of("id", "ordinal"),
            figureColumns(),
            claim -> claim.getFigures().size());

    private LiteratureTables() {}

    private static List<Column<LiteratureClaim>> claimColumns() {
        return Columns.<LiteratureClaim>start()
                .add(text("id", Row::key))
                .add(whole("place", row -> (long) row.value().getPlace()))
                .add(text("claim", row -> row.value().getClaim()))
                .add(text("source", row -> row.value().getSource()))
                .add(text("url", row -> row.value().getUrl()))
                .add(text("definition", row -> row.value().getDefinition()))
                .add(text("published", row -> row.value().getPublished()))
                .add(text("standing", row -> row.value().getStanding()))
                .add(text("why", row -> row.value().getWhy()))
                .add(json("figures", row -> row.value().getFigures()))
                .add(text("methods_version", row -> row.value().getMethodsVersion()))
                .end();
    }

    private static List<Column<LiteratureClaim>> figureColumns() {
        return Columns.<LiteratureClaim>start()
                .add(text("id", Row::key))
                .add(whole("ordinal", row -> (long) row.ordinal()))
                .add(text("claim", row -> row.value().getClaim()))
                .add(text("published", row -> row.value().getPublished()))
                .add(text("role", row -> figure(row).getRole()))
                .add(text("definition", row -> figure(row).getDefinition()))
                .add(number("number", row -> figure(row).getValue()))
                .add(number("low", row -> figure(row).getLow()))
                .add(number("high", row -> figure(row).getHigh()))
                .add(text("unit", row -> figure(row).getUnit()))
                .add(whole("n", row -> figure(row).getN()))
                .add(whole("unknown", row -> figure(row).getUnknown()))
                .add(flag("provisional", row -> figure(row).getProvisional()))
                .add(text("origin", row -> figure(row).getFrom()))
                .end();
    }

    private static ClaimFigure figure(Row<LiteratureClaim> row) {
        return row.value().getFigures().get(row.ordinal());
    }
}
