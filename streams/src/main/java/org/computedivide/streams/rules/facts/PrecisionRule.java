package org.computedivide.streams.rules.facts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Stems;

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
    private static final Stems TRAINING = Stems.of("train", "pretrain", "optimi", "mixed");
    private static final Stems SERVING = Stems.of("infer", "deploy", "quantiz", "serv", "kernel", "convert", "run");

    @Override
    public void read(Sentence sentence, List<Finding> into) {
        for (int i = 0; i < sentence.size(); i++) {
            String format = format(sentence, i);
            if (!format.isEmpty()
                    && sentence.nearStem(i, 15, TRAINING)
                    && !sentence.nearStem(i, 8, SERVING)
                    && !Whose.isCompared(sentence, i)) {
                into.add(new Finding(FIELD, null, format, "", sentence, i, i, "precision", "unknown", "unknown", ""));
                return;
            }
        }
    }

    private static String format(Sentence sentence, int i) {
        boolean precision = sentence.after(i, 2, Set.of("precision")) > 0;
        if (sentence.get(i).is("mixed") && precision) {
            return "mixed";
        }
        return sentence.get(i).is("half") && precision
                ? "FP16"
                : FORMATS.getOrDefault(sentence.get(i).word(), "");
    }
}
