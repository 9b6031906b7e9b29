package org.computedivide.streams.rules.facts;

import java.util.List;
import java.util.Set;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Statement;

/** Facts that a curated table or an operator states as values; the accelerator under its canonical name. */
final class StatementFacts {

    private static final Set<String> FIELDS = Words.words("""
            parameters activeParameters trainingTokens datasetTokens epochs accelerator acceleratorCount trainingHours
            chipHours utilization trainingCompute trainingCost energy numericalFormat batchTokens trainingSteps batchSize
            sequenceLength hiddenSize inputEmbedding teacherParameters rolloutTokens towerParameters towerTokens examples
            forwardOperations architecture method baseModel
            publicationDate join part subject accept reject""");

    List<Fact> read(Observation observation) {
        return observation.getStatements().stream()
                .filter(statement -> FIELDS.contains(statement.getField()))
                .map(statement -> fact(statement, observation))
                .toList();
    }

    private static Fact fact(Statement statement, Observation observation) {
        Double number = statement.getNumber();
        return Fact.newBuilder()
                .setField(statement.getField())
                .setNumber(number)
                .setText(text(statement))
                .setUnit(statement.getUnit())
                .setLow(statement.getLow())
                .setHigh(statement.getHigh())
                .setQuote(observation.getTier().equals("operator") ? statement.getCitation() : "")
                .setRule("statement")
                .setQuarantine(number == null ? "" : Sanity.reason(statement.getField(), number))
                .build();
    }

    private static String text(Statement statement) {
        return statement.getField().equals("accelerator")
                ? Chips.all().named(statement.getText()).map(Accelerator::name).orElse(statement.getText())
                : statement.getText();
    }
}
