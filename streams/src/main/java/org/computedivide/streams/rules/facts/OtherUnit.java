package org.computedivide.streams.rules.facts;

import java.util.HashSet;
import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Token;

/** What else a large number may count: images, words, bytes, money, steps. */
final class OtherUnit {

    private static final Set<String> OTHER_UNIT = Words.words("""
            images image samples sample pairs words word examples example frames usd dollars bytes documents document pages
            videos video hours hour sequences sequence steps step users molecules edges nodes points residues proteins sentences
            characters downloads % captions clips entries triplets transitions games gb tb mb gib context subset dataset
            datasets corpus data english imgs tokens token masks utterances structures flops flop atoms annotations labels
            reactions compounds iterations instances instance connections people trajectories queries
            conversations dialogues prompts bp bps kb nucleotides bases subtokens articles papers nm ms""");
    private static final Set<String> MODEL_AFTER = modelAfter();
    private static final Set<String> BETWEEN =
            Words.words("and or to on with over in for from of at per by than as is are");
    private static final Set<String> BEFORE_UNIT = beforeUnit();

    private OtherUnit() {}

    /** "1,170B code tokens" counts tokens. */
    private static Set<String> modelAfter() {
        Set<String> words = new HashSet<>(Words.MODEL);
        words.removeAll(Set.of("code", "base", "chat"));
        return Set.copyOf(words);
    }

    private static Set<String> beforeUnit() {
        Set<String> words = new HashSet<>(Words.BETWEEN_NUMBER_AND_TOKEN);
        words.addAll(Set.of("base", "labeled", "labelled", "unlabeled", "captioned", "annotated", "real", "protein"));
        return Set.copyOf(words);
    }

    static boolean isBehind(Sentence sentence, int i) {
        int unit = SizeShape.skip(sentence, i, BEFORE_UNIT, 6);
        boolean other = sentence.holds(unit) && sentence.get(unit).in(OTHER_UNIT);
        boolean model = sentence.holds(i + 1) && sentence.get(i + 1).in(MODEL_AFTER);
        return (other && !model)
                || isOfSome(sentence, i)
                || sentence.after(i, 1, OTHER_UNIT) >= 0
                || (i > 0 && sentence.get(i - 1).in(Set.of("$", "€", "£")));
    }

    /** "1M stereo pairs": any word may say of what kind the pairs are. */
    private static boolean isOfSome(Sentence sentence, int i) {
        return sentence.holds(i + 2)
                && sentence.get(i + 2).in(OTHER_UNIT)
                && sentence.get(i + 1).kind() == Token.Kind.WORD
                && !sentence.get(i + 1).capital()
                && !sentence.get(i + 1).in(Words.MODEL)
                && !sentence.get(i + 1).in(Words.PARAMETER)
                && !sentence.get(i + 1).in(BETWEEN);
    }
}
