package org.computedivide.monitor.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.computedivide.streams.rules.kind.PaperFeatures;
import org.computedivide.streams.rules.kind.PaperKind;
import org.computedivide.streams.rules.names.Folded;

/** Reads labelled papers: two files of a folder of labels, and our own list over recorded arXiv entries. */
final class PaperCases {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OWN = "/org/computedivide/monitor/training/papers-read.csv";
    private static final String AT_RANDOM = "at random";
    private static final String BY_MODEL = "of the model before";

    private PaperCases() {}

    /** The cases of {@code detection/arxiv-weak.jsonl} and {@code detection/arxiv-read.jsonl}. */
    static List<Example> labelled(Path labels) throws IOException {
        var cases = new ArrayList<Example>();
        for (String origin : List.of(Example.WEAK, Example.READ)) {
            Path file = labels.resolve("detection").resolve("arxiv-" + origin + ".jsonl");
            for (String line : Files.readAllLines(file)) {
                JsonNode node = JSON.readTree(line);
                JsonNode observation = node.path("observation");
                boolean release = node.path("expected").path("release").asBoolean();
                cases.add(paper(
                        observation.path("title").asText(),
                        observation.path("text").asText(),
                        release,
                        origin));
            }
        }
        return cases;
    }

    /** The papers of our own list, with their texts from gzipped JSON lines of {@code id}, {@code title}, {@code summary}. */
    static List<Example> own(Path recorded) throws IOException {
        Map<String, String[]> wanted = list();
        var cases = new ArrayList<Example>();
        try (var files = Files.list(recorded)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".jsonl.gz"))
                    .sorted()
                    .toList()) {
                read(file, wanted, cases);
            }
        }
        return cases;
    }

    private static void read(Path file, Map<String, String[]> wanted, List<Example> cases) throws IOException {
        try (BufferedReader in = reader(new GZIPInputStream(Files.newInputStream(file)))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode node = JSON.readTree(line);
                String[] row = wanted.remove(node.path("id").asText());
                if (row != null) {
                    String origin = row[2].equals(AT_RANDOM)
                            ? Example.READ
                            : row[2].endsWith(BY_MODEL) ? Example.DOUBTFUL : Example.CHOSEN;
                    cases.add(paper(
                            node.path("title").asText(),
                            node.path("summary").asText(),
                            Boolean.parseBoolean(row[1]),
                            origin));
                }
            }
        }
    }

    private static Map<String, String[]> list() throws IOException {
        Map<String, String[]> rows = new HashMap<>();
        try (InputStream in = PaperCases.class.getResourceAsStream(OWN)) {
            if (in == null) {
                throw new IllegalStateException("the list of read papers is missing from the jar");
            }
            reader(in).lines().skip(1).map(line -> line.split(",", 3)).forEach(row -> rows.put(row[0], row));
        }
        return rows;
    }

    private static BufferedReader reader(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /** The family is the name before the colon without its digits, else the whole title. */
    private static Example paper(String title, String text, boolean release, String origin) {
        int colon = title.indexOf(':');
        String family =
                Folded.slug(colon > 0 ? title.substring(0, colon) : title).replaceAll("\\d{1,9}", "");
        return Example.yesOrNo(family, PaperFeatures.of(title, text), release, origin)
                .ruledOutIf(PaperKind.isOtherThing(title));
    }
}
