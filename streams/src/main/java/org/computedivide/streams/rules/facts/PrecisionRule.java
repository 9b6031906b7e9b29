package org.computedivide.streams.rules.facts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Stems;
import org.computedivide.streams.rules.text.Token;
import org.computedivide.streams.rules.text.WordSet;

/** Reads the number format of a training ("mixed precision", "in bfloat16", "FP8 training"); that of serving is no fact. */
final class PrecisionRule implements Rule {

    static final String FIELD = "numericalFormat";

    private static final Map<String, String> FORMATS = Map.ofEntries(
            Map.entry("fp8", "FP8"),
            Map.entry("fp16", "FP16"),
            Map.entry("float16", "FP16"),
            Map.entry("bf16", "BF16"),
            Map.entry("bfloat16", "BF16"),
            Map.entry("fp32", "FP32"),
            Map.entry("float32", "FP32"),
            Map.entry("tf32", "TF32"));
    /** What else begins a format: "mixed precision", "half precision". */
    private static final WordSet BEGINNINGS = WordSet.copyOf(
            Stream.concat(FORMATS.keySet().stream(), Stream.of("mixed", "half")).toList());

    private static final WordSet PRECISION = WordSet.of("precision");
    private static final Stems TRAINING = Stems.of("train", "pretrain", "optimi", "mixed");
    private static final Stems SERVING = Stems.of("infer", "deploy", "quantiz", "serv", "kernel", "convert", "run");

    @Override
    public Set<String> telling() {
        return BEGINNINGS;
    }

    @Override
    public void read(Sentence sentence, List<Finding> into) {
        for (int i = 0; i < sentence.size(); i++) {
            String format = format(sentence, i);
            if (!format.isEmpty()
                    && sentence.nearStem(i, 15, TRAINING)
                    && !sentence.nearStem(i, 8, SERVING)
                    && !Comparison.isCompared(sentence, i)) {
                into.add(new Finding(FIELD, null, format, "", sentence, i, i, "precision", "unknown", "unknown", ""));
                return;
            }
        }
    }

    private static String format(Sentence sentence, int i) {
        Token token = sentence.get(i);
        if (!BEGINNINGS.has(token.word())) {
            return "";
        }
        String format = FORMATS.get(token.word());
        boolean precision = format == null && !token.isNumber() && sentence.after(i, 2, PRECISION) > 0;
        if (precision) {
            return token.word().equals("mixed") ? "mixed" : "FP16";
        }
        return format == null ? "" : format;
    }
}
