package org.computedivide.streams.rules.kind;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.computedivide.streams.rules.DataFile;

/** The cues by which a paper is judged, with their weights from {@code paper-cues.csv}. */
final class PaperCues {

    private static final String MODEL =
            "(?:language models?|foundation models?|LLMs?|VLMs?|MLLMs?|SLMs?|vision[- ]language models?|multimodal models?|"
                    + "(?:video|image|speech|audio|music|text|world|code|embedding|diffusion|reward|reasoning|generative|generation|translation|protein|base|chat|weather|time[- ]series|"
                    + "dense|sparse|encoder|decoder|transformer|generalist|action|omni|open|omnimodal|vision|pre-?trained|recognition|forecasting|segmentation|retrieval|agentic|thinking|"
                    + "conversational|dialogue|graph|molecular|genomic|robotic|policy|autoregressive|masked|neural|multilingual)\\s?(?:AI )?(?:models?|LLMs?|transformers?)|"
                    + "mixture-of-experts|family of models|models? family|model series|(?:series|suite|collection) of (?:\\w{1,20} ){0,3}models)";
    private static final Pattern WE = Pattern.compile(
            "\\b(?:we|this (?:paper|report|work|technical report)|our team)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern MADE = Pattern.compile(
            "\\b(?:introduces?|presents?|releases?|open-sources?|develops?|trains?|pre-?trains?|describes?|announces?|unveils?|propose[sd]?|build|built|developed|trained|detail)\\b",
            Pattern.CASE_INSENSITIVE);
    /** Where the name of the thing ends and its purpose begins. */
    private static final Pattern RELATIVE = Pattern.compile(
            "\\s(?:that|which|to|for|by|via|where|designed|based on|using|with|on|built|from|in)\\s",
            Pattern.CASE_INSENSITIVE);

    private static final int VERB = 75;
    private static final int OBJECT = 170;
    private static final String THING =
            "(?:framework|benchmark|dataset|corpus|method|approach|pipeline|algorithm|technique|strategy|toolkit|library|system|study|survey|paradigm|"
                    + "mechanism|module|protocol|metric|loss|objective|evaluation|plugin|procedure|scheme|theory|analysis|simulator|environment|platform|taxonomy|collection|optimi[sz]er|tokenizer|workflow)";

    private static final Map<String, Double> WEIGHTS = DataFile.rows("paper-cues.csv").stream()
            .collect(Collectors.toMap(
                    row -> row.getOrDefault("cue", ""), row -> Double.valueOf(row.getOrDefault("weight", "0"))));

    /**
     * A cue.
     *
     * @param id name in the table of weights
     * @param pattern what must be found in one sentence, or in the title
     * @param also what the same sentence must hold too
     * @param proves whether the sentence is worth quoting as proof that a model was made
     */
    record Cue(String id, Pattern pattern, Pattern also, boolean proves) {

        double weight() {
            return PaperCues.weight(id);
        }

        boolean isIn(String sentence) {
            return pattern.matcher(sentence).find() && also.matcher(sentence).find();
        }
    }

    static final List<Cue> TITLE = List.of(
            cue("report-in-title", "\\b(?:technical|tech) report\\b|\\b(?:model|system) card\\b", "", true),
            cue(
                    "question-in-title",
                    "\\b(?:survey|benchmark(?:ing)?|dataset|data set|corpus|review|evaluat(?:ing|ion)|understanding|analysis|analyzing|towards?|challenge|shared task|attack|jailbreak|tutorial|"
                            + "position|toolkit|library|framework|can |do |does |is |are |how |why |what |when |rethinking|revisiting|probing|on the)",
                    "",
                    false));

    static final List<Cue> TEXT = List.of(
            exact("name-with-size", "\\b[A-Z][\\w.]{1,20}(?:-[\\w.]{1,12}){0,3}-\\d{1,4}(?:\\.\\d)?[BM]\\b"),
            exact(
                    "parameters-stated",
                    "\\b\\d{1,4}(?:\\.\\d)?\\s?(?:B|M|billion|million|trillion)[- ](?:\\w{1,20} ){0,2}?param"),
            cue(
                    "weights-released",
                    "\\b(?:release|open-?source[sd]?|open-?sourcing|publicly available|available at|make .{0,40} available|are available|is available|will be released|publish)\\b",
                    "\\b(?:models?|weights|checkpoints?)\\b",
                    true),
            cue(
                    "trained-on-stated",
                    "\\b(?:pre-?)?trained (?:from scratch|on|with|over|using)\\b.{0,40}?\\b\\d[\\d,.]{0,8}\\s?(?:[TBMK]\\b|trillion|billion|million|hours)|\\bfrom scratch",
                    "",
                    true),
            cue("our-model", "\\bour (?:\\w{1,20} )?models?\\b", "", true),
            cue(
                    "study-or-benchmark",
                    "\\b(?:benchmark|dataset|corpus) (?:of|for|that|to|with|comprising|consisting)|we (?:study|investigate|analy[sz]e|examine|audit|evaluate|find|show that|ask)\\b",
                    "",
                    false),
            cue(
                    "no-training",
                    "\\b(?:training-free|plug-and-play|test-time|prompting|inference-time|agents?|benchmark|LoRA)\\b",
                    "",
                    false),
            cue("pretraining", "\\bpre-?train", "", false));

    /** Cues in what somebody says to have made: the words behind "we introduce". */
    static final List<Cue> MADE_THING = List.of(
            cue("model-made", "\\b" + MODEL + "\\b", "", true),
            cue("network-made", "\\b(?:model|transformer|network|LLM)s?\\b", "", true),
            cue("other-thing-made", "^.{0,120}\\b" + THING + "\\b", "", false));

    private PaperCues() {}

    /** What a sentence says that its authors made, empty when it says no such thing. */
    static Optional<String> object(String sentence) {
        Matcher we = WE.matcher(sentence);
        while (we.find()) {
            Matcher made = MADE.matcher(sentence).region(we.end(), Math.min(sentence.length(), we.end() + VERB));
            if (made.find()) {
                String rest = sentence.substring(made.end(), Math.min(sentence.length(), made.end() + OBJECT));
                Matcher relative = RELATIVE.matcher(rest);
                return Optional.of(relative.find() ? rest.substring(0, relative.start()) : rest);
            }
        }
        return Optional.empty();
    }

    /** The weight of a cue; a cue that the table lacks stops the program, since a judgement would rest on nothing. */
    static double weight(String id) {
        Double weight = WEIGHTS.get(id);
        if (weight == null) {
            throw new IllegalStateException("paper-cues.csv has no weight for '" + id + "'");
        }
        return weight;
    }

    private static Cue cue(String id, String pattern, String also, boolean proves) {
        return new Cue(
                id,
                Pattern.compile(pattern, Pattern.CASE_INSENSITIVE),
                Pattern.compile(also, Pattern.CASE_INSENSITIVE),
                proves);
    }

    private static Cue exact(String id, String pattern) {
        return new Cue(id, Pattern.compile(pattern), Pattern.compile(""), true);
    }
}
