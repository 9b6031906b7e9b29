package org.computedivide.streams.labels;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.computedivide.avro.Accelerators;
import org.computedivide.avro.Compute;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Quantity;
import org.computedivide.avro.Variant;
import org.computedivide.avro.json.PlainJson;
import org.computedivide.streams.rules.EvidenceReader;
import org.computedivide.streams.rules.estimates.VariantReader;
import org.jspecify.annotations.Nullable;

/** Reads labelled cases and prints, one a line, what facts and estimates come out, as the scorer wants it. */
public final class Predictions {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EvidenceReader evidence = new EvidenceReader();
    private final VariantReader variants = new VariantReader();

    private Predictions() {}

    public static void main(String[] files) throws IOException {
        Predictions predictions = new Predictions();
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (String file : files) {
            predictions.write(Path.of(file), out);
        }
        out.flush();
    }

    private void write(Path file, PrintStream out) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode labelled = JSON.readTree(line);
                Observation observation = PlainJson.read(labelled.get("observation"), Observation.class);
                out.println(JSON.writeValueAsString(predict(labelled.get("case").asText(), observation)));
            }
        }
    }

    private ObjectNode predict(String name, Observation observation) {
        Evidence read = evidence.read(observation);
        ObjectNode prediction = JSON.createObjectNode().put("case", name).put("kind", read.getKind());
        VariantReader.top(variants.read(List.of(read))).ifPresent(top -> describe(top, prediction));
        for (Fact fact : read.getFacts()) {
            prediction
                    .withArray("facts")
                    .addObject()
                    .put("field", fact.getField())
                    .put("number", fact.getNumber())
                    .put("text", fact.getText())
                    .put("owner", fact.getOwner())
                    .put("rule", fact.getRule())
                    .put("stage", fact.getStage())
                    .put("quote", fact.getQuote());
        }
        return prediction;
    }

    private static void describe(Variant top, ObjectNode prediction) {
        put(prediction, "parameters", top.getParameters());
        put(prediction, "activeParameters", top.getActiveParameters());
        put(prediction, "trainingTokens", top.getTrainingTokens());
        put(prediction, "epochs", top.getEpochs());
        Accelerators accelerators = top.getAccelerators();
        if (accelerators != null) {
            prediction
                    .putObject("accelerators")
                    .put("name", accelerators.getName())
                    .put("count", accelerators.getCount())
                    .put("hours", accelerators.getHours())
                    .put("chipHours", accelerators.getChipHours());
        }
        Compute compute = top.getCompute();
        if (compute != null) {
            prediction
                    .putObject("trainingCompute")
                    .put("value", compute.getValue())
                    .put("low", compute.getLow())
                    .put("high", compute.getHigh())
                    .put("method", compute.getMethod())
                    .put("arithmetic", compute.getArithmetic());
        }
    }

    private static void put(ObjectNode prediction, String field, @Nullable Quantity quantity) {
        if (quantity != null) {
            prediction
                    .putObject(field)
                    .put("value", quantity.getValue())
                    .put("low", quantity.getLow())
                    .put("high", quantity.getHigh())
                    .put("rule", quantity.getRule());
        }
    }
}
