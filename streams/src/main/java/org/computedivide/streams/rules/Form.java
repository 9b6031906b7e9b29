package org.computedivide.streams.rules;

import java.util.Locale;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.names.Links;

/** What kind of page an observation was; told from the rest of it where the source did not say. */
public enum Form {
    PAPER,
    REPOSITORY,
    POST,
    PRODUCT,
    TABLE_ROW,
    OPERATOR,
    OTHER;

    /** As it stands in observations and evidence: {@code table-row}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Form of(Observation observation) {
        return switch (observation.getForm()) {
            case "paper" -> PAPER;
            case "repository" -> REPOSITORY;
            case "post" -> POST;
            case "product" -> PRODUCT;
            case "table-row" -> TABLE_ROW;
            case "operator" -> OPERATOR;
            default -> implied(observation);
        };
    }

    private static Form implied(Observation observation) {
        String id = observation.getNativeId();
        return switch (observation.getSource()) {
            case "huggingface" -> REPOSITORY;
            case "arxiv" -> PAPER;
            case "blog" -> POST;
            default -> Links.arxivId(id).isPresent() ? PAPER : id.startsWith("table-row:") ? TABLE_ROW : OTHER;
        };
    }
}
