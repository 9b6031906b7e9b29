package org.computedivide.streams.rules.facts;

import java.util.List;
import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.WordSet;

/** Reads that the model is a mixture of experts, so that its total is not what is active per token. */
final class MixtureRule implements Rule {

    static final String FIELD = "architecture";
    static final String MIXTURE = "mixture-of-experts";
    private static final Set<String> TELLING = WordSet.of("moe", "smoe", "mixture");
    private static final Set<String> EXPERTS = WordSet.of("experts", "expert");

    @Override
    public Set<String> telling() {
        return TELLING;
    }

    @Override
    public void read(Sentence sentence, List<Finding> into) {
        for (int i = 0; i < sentence.size(); i++) {
            boolean named = sentence.get(i).is("moe") || sentence.get(i).is("smoe");
            boolean spelled = sentence.get(i).is("mixture") && sentence.after(i, 4, EXPERTS) > 0;
            if ((named || spelled) && !Comparison.isCompared(sentence, i)) {
                into.add(new Finding(FIELD, null, MIXTURE, "", sentence, i, i, "mixture", "unknown", "unknown", ""));
                return;
            }
        }
    }
}
