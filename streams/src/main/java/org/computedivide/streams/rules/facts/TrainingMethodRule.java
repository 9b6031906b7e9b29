package org.computedivide.streams.rules.facts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Stems;
import org.computedivide.streams.rules.text.Token;
import org.computedivide.streams.rules.text.WordSet;

/**
 * Reads ways of training that change how operations are counted: adapters of low rank (the weights of the base are not updated),
 * merges (nothing is trained), pruning, growth and distillation from another model, and encoder-decoders (a token passes one half).
 */
final class TrainingMethodRule implements Rule {

    static final String FIELD = "method";
    private static final Map<String, String> WORDS = Map.of(
            "lora",
            "adapter",
            "qlora",
            "adapter",
            "upcycled",
            "grown",
            "upcycling",
            "grown",
            "mergekit",
            "merge",
            "pruned",
            "pruned",
            "pruning",
            "pruned",
            "distilled",
            "distilled",
            "distillation",
            "distilled");
    /** The words that a way can be told by: all others are dismissed by one look. */
    private static final WordSet TELLING = WordSet.copyOf(
            Stream.concat(WORDS.keySet().stream(), Stream.of("low", "encoder")).toList());

    private static final Set<String> LOGITS = WordSet.of("logits", "logit");
    private static final Set<String> RANK = WordSet.of("rank");
    private static final Set<String> DECODER = WordSet.of("decoder");
    private static final Stems OWN =
            Stems.of("train", "tun", "using", "with", "via", "upcycl", "initiali", "merg", "from");

    @Override
    public Set<String> telling() {
        return TELLING;
    }

    @Override
    public void read(Sentence sentence, List<Finding> into) {
        for (int i = 0; i < sentence.size(); i++) {
            String found = found(sentence, i);
            if (!found.isEmpty() && !Comparison.isCompared(sentence, i)) {
                boolean shape = found.equals("encoder-decoder");
                into.add(new Finding(
                        shape ? MixtureRule.FIELD : FIELD,
                        null,
                        found,
                        "",
                        sentence,
                        i,
                        i,
                        "method-named",
                        "unknown",
                        "unknown",
                        ""));
                return;
            }
        }
    }

    /** Of a distillation, whether a teacher had to label every token anew. */
    private static String labelled(Sentence sentence, int i, String word) {
        return word.equals("distilled") && sentence.near(i, LOGITS) ? "distilled-logits" : word;
    }

    private static String found(Sentence sentence, int i) {
        Token token = sentence.get(i);
        if (token.kind() != Token.Kind.WORD) {
            return "";
        }
        if (!TELLING.has(token.word())) {
            return "";
        }
        String word = WORDS.get(token.word());
        if (word != null) {
            return sentence.nearStem(i, 8, OWN) ? labelled(sentence, i, word) : "";
        }
        if (token.word().equals("low") && sentence.after(i, 2, RANK) > 0 && sentence.after(i, 4, "adaptation") > 0) {
            return "adapter";
        }
        boolean halves = token.word().equals("encoder") && sentence.after(i, 2, DECODER) > 0;
        return halves && !sentence.get(i).capital() ? "encoder-decoder" : "";
    }
}
