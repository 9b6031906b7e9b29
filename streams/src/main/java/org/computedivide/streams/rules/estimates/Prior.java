package org.computedivide.streams.rules.estimates;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.computedivide.streams.rules.text.CsvTable;

/** What a release of its date, kind of organisation, domain and size usually took. Never in sums, shares, thresholds or records. */
final class Prior {

    private static final double BILLION = 1e9;
    private static final Map<String, Map<String, String>> TERMS = load();

    private Prior() {}

    static Optional<Guess> of(Said said, Context context) {
        Optional<Voice> parameters = said.best("parameters");
        // With neither a size nor a maker there is nothing to go by but the year.
        if (parameters.isEmpty()
                && (context.year().isEmpty() || context.affiliation().equals("unknown"))) {
            return Optional.empty();
        }
        double year = context.year().orElse(2023.0);
        return Optional.of(
                parameters.isPresent() ? withSize(parameters.get(), year, context) : withoutSize(year, context));
    }

    private static Guess withSize(Voice parameters, double year, Context context) {
        double size = parameters.number();
        boolean recent = context.language() && !context.hasBase() && year >= 2022 && size >= BILLION;
        double log = recent
                ? term("constant", "recent")
                        + term("n", "recent") * (StrictMath.log10(size) - 9)
                        + term("year", "recent") * (year - 2022)
                : general(size, year, context);
        String width = !context.language()
                ? "parameters-other"
                : size >= BILLION ? "parameters-language" : "parameters-language-small";
        String words = "usual for " + Figures.count(size) + " parameters, " + words(year, context);
        return guess(log, width, words, List.of(parameters.source()));
    }

    private static double general(double size, double year, Context context) {
        double n = StrictMath.log10(size) - 9.5;
        double log = term("n", "withParameters") * n + term("n2", "withParameters") * n * n;
        return log
                + (context.language() ? 0 : term("nNonLanguage", "withParameters") * n)
                + shared("withParameters", year, context);
    }

    private static Guess withoutSize(double year, Context context) {
        String width = switch (context.affiliation()) {
            case "industry", "academia", "collaboration" -> "date-" + context.affiliation();
            default -> "date";
        };
        return guess(
                shared("withoutParameters", year, context),
                width,
                "usual for a release of " + words(year, context),
                List.of());
    }

    private static double shared(String column, double year, Context context) {
        return term("constant", column)
                + term("year", column) * (year - 2023)
                + (context.language() ? 0 : term("nonLanguage", column))
                + affiliation(column, context.affiliation())
                + (context.hasBase() ? term("base", column) : 0);
    }

    private static double affiliation(String column, String type) {
        return switch (type) {
            case "industry", "unknown" -> 0;
            case "academia", "collaboration" -> term(type, column);
            default -> term("other", column);
        };
    }

    private static Guess guess(double log, String width, String words, List<String> sources) {
        double value = StrictMath.pow(10, log);
        return Guess.of(
                "imputed",
                "imputed",
                value,
                Widths.of(width),
                words + ": about " + Figures.flop(value) + " FLOP",
                sources);
    }

    private static String words(double year, Context context) {
        String kind = context.language() ? "language" : "another domain than language";
        return kind + ", " + (int) year + ", " + context.affiliation()
                + (context.hasBase() ? ", with a base model" : "");
    }

    private static double term(String name, String column) {
        return Double.parseDouble(TERMS.getOrDefault(name, Map.of()).getOrDefault(column, "0"));
    }

    private static Map<String, Map<String, String>> load() {
        Map<String, Map<String, String>> terms = new TreeMap<>();
        CsvTable.read("prior.csv").forEach(row -> terms.put(row.getOrDefault("term", ""), row));
        return terms;
    }
}
