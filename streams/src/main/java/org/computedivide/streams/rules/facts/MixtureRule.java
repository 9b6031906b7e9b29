package org.computedivide.streams.rules.facts;

import java.util.List;
import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;

/** Reads that the model is a mixture of experts, so that its total is not what is active per token. */
final class MixtureRule implements Rule {

    static final String FIELD = "architecture";
    static final String MIXTURE = "mixture-of-experts";

    @Override
    public void read(Sentence sentence, List<Finding> into) {
        for (int i = 0; i < sentence.size(); i++) {
            String word = sentence.get(i).word();
            if (word.isEmpty() || (word.charAt(0) != 'm' && word.charAt(0) != 's')) {
                continue;
            }
            boolean named = sentence.get(i).is("moe") || sentence.get(i).is("smoe");
            boolean spelled = sentence.get(i).is("mixture") && sentence.after(i, 4, Set.of("experts", "expert")) > 0;
            if ((named || spelled) && !Comparison.isCompared(sentence, i)) {
                into.add(new Finding(FIELD, null, MIXTURE, "", sentence, i, i, "mixture", "unknown", "unknown", ""));
                return;
            }
        }
    }
}
