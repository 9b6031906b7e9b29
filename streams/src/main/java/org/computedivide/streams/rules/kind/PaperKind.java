package org.computedivide.streams.rules.kind;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.Sentences;

/**
 * Judges a paper by its title and the sentences that say what was made and released. Of a hundred abstracts about four
 * announce a model, so every cue is weighed and a doubtful paper is none.
 */
final class PaperKind {

    private static final int ABSTRACT = 6_000;

    private static final String MODEL =
            "(?:language models?|foundation models?|LLMs?|VLMs?|MLLMs?|SLMs?|vision[- ]language models?|multimodal models?|"
                    + "(?:video|image|speech|audio|music|text|world|code|embedding|diffusion|reward|reasoning|generative|generation|translation|protein|base|chat|weather|time series|"
                    + "dense|sparse|encoder|decoder|transformer|generalist|action|omni|open|omnimodal|vision|pretrained|pre-trained|recognition|forecasting|segmentation|retrieval|agentic|thinking)\\s?models?|"
                    + "mixture-of-experts|family of models|models? family|model series|series of models|suite of models)";

    private static final Pattern REPORT =
            Pattern.compile("\\b(?:technical|tech) report\\b|\\b(?:model|system) card\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_TITLE = Pattern.compile(
            "\\b(?:survey|benchmark(?:ing)?|dataset|data set|corpus|review|evaluat(?:ing|ion)|understanding|analysis|analyzing|towards?|challenge|shared task|workshop|attack|jailbreak|tutorial|position|toolkit|library|framework|can |do |does |is |are |how |why |what |when |rethinking|revisiting|probing|on the)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MADE = Pattern.compile(
            "\\b(?:we|this (?:paper|report|work|technical report)|our team)\\b.{0,60}?\\b(?:introduces?|presents?|releases?|open-sources?|develops?|trains?|pre-?trains?|describes?|announces?|unveils?|build|built|developed|trained)\\b(.{0,160})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MADE_MODEL = Pattern.compile(
            "^.{0,110}?\\b(?:an?|the|our|series of|family of|suite of|new|first)\\b.{0,90}?\\b" + MODEL + "\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED_SIZE =
            Pattern.compile("\\b[A-Z][\\w.]{1,20}(?:-[\\w.]{1,12}){0,3}-\\d{1,4}(?:\\.\\d)?[BM]\\b");
    private static final Pattern MADE_OTHER = Pattern.compile(
            "^.{0,60}?,?\\s(?:an?|the|our)\\s.{0,60}?\\b(?:framework|benchmark|dataset|corpus|method|approach|pipeline|algorithm|technique|strategy|toolkit|library|system|study|survey|paradigm|mechanism|module|protocol|metric|suite|agent|loss|objective|architecture|evaluation|plugin|procedure|scheme|theory|analysis|simulator|environment|platform|taxonomy|collection|optimi[sz]er|tokenizer|workflow)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RELEASED = Pattern.compile(
            "\\b(?:release|open-?source[sd]?|open-?sourcing|publicly available|make .{0,40} available|are available|is available|will be released|publish)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WEIGHTS =
            Pattern.compile("\\b(?:models?|weights|checkpoints?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern TRAINED_ON = Pattern.compile(
            "\\b(?:(?:pre-?)?trained (?:from scratch|on|with|over|using)\\b.{0,40}?\\b\\d[\\d,.]{0,8}\\s?(?:[TBMKk]\\b|trillion|billion|million|hours)|trained from scratch|from scratch)",
            Pattern.CASE_INSENSITIVE);

    private PaperKind() {}

    static Kind of(Observation observation) {
        String title = observation.getTitle();
        List<String> sentences = Sentences.of(observation.getText(), ABSTRACT);
        double score = 0;
        String quote = "";
        if (REPORT.matcher(title).find()) {
            score += 2;
            quote = title;
        }
        if (OTHER_TITLE.matcher(title).find()) {
            score -= 1.5;
        }
        boolean made = false;
        for (String sentence : sentences) {
            var found = MADE.matcher(sentence);
            while (found.find()) {
                String object = found.group(1);
                if (MADE_OTHER.matcher(object).find()) {
                    score -= made ? 0.25 : 1;
                } else if (MADE_MODEL.matcher(object).find()
                        || NAMED_SIZE.matcher(object).find()) {
                    score += made ? 0.25 : 1.5;
                    quote = made ? quote : sentence;
                    made = true;
                }
            }
        }
        Optional<String> released = sentences.stream()
                .filter(sentence -> RELEASED.matcher(sentence).find()
                        && WEIGHTS.matcher(sentence).find())
                .findFirst();
        score += released.isPresent() ? 0.75 : 0;
        score += sentences.stream()
                        .anyMatch(sentence -> TRAINED_ON.matcher(sentence).find())
                ? 0.75
                : 0;
        score += NAMED_SIZE.matcher(title + " " + observation.getText()).find() ? 0.5 : 0;
        return score >= 2 && !quote.isEmpty()
                ? Kind.release(Kind.BASE, "paper-says-made", quote)
                : Kind.notARelease("paper-says-no-model", "");
    }
}
