package org.computedivide.streams.rules.facts;

import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.WordSet;

/** Whether a name is that of the base that ours is made from: "based on X 70B", "a version of X-8B". */
final class BaseMark {

    private static final int CLAUSE = 14;
    private static final Set<String> BASE_WORD = Words.words("""
            based built builds build finetuned tuned initialized initialised derived derivative adapted distilled continued top
            version customized fine continuation distillation initialize pretrained upcycled merge merging tuning compressed
            pruned""");
    private static final Set<String> BASE_AFTER =
            Words.words("initialize initialization backbone base initialized decoder");
    private static final Set<String> BASE_VERB = Words.words(
            "leverages leverage leveraging boosts boost boosting improves improve improving finetune finetuned tune prune prunes "
                    + "compress compresses upcycle upcycles pruning compressing upcycling shrinking");
    private static final Set<String> TUNED = Words.words(
            "tuning finetuning pretraining initialized initialised continuation built based version adapted");
    /** "We continue pretraining X 7B". */
    private static final Set<String> CONTINUING =
            WordSet.of("continue", "continued", "continues", "continuing", "continually", "continual", "further");

    private static final Set<String> TRAINING =
            WordSet.of("pretraining", "pretrain", "pretrained", "training", "train", "trained");
    private static final Set<String> BREAK = Words.words(", ; . with by than over to");

    private BaseMark() {}

    /** "based on X 70B", "a version of X-8B", "X 7B to initialize": a base, unless we made the name. */
    static boolean isBefore(Sentence sentence, int nameOrMaker, int i) {
        int name = maker(sentence, nameOrMaker);
        int mark = sentence.before(name, 4, BASE_WORD);
        if (isBaseInParentheses(sentence, name)) {
            return true;
        }
        if (mark >= 0 && sentence.get(mark).is("pretrained")) {
            int earlier = sentence.before(mark, 4, BASE_WORD);
            mark = earlier >= 0 ? earlier : mark;
        }
        boolean linked = mark >= 0
                && sentence.before(name, name - mark, Set.of("on", "from", "of", "upon", "with", "using", "the")) >= 0;
        int verb = sentence.before(name, 4, BASE_VERB);
        boolean direct = verb >= 0 && sentence.before(name, name - verb - 1, BREAK) < 0;
        int going = sentence.before(name, 4, CONTINUING);
        boolean continued = going >= 0
                && sentence.before(name, name - going - 1, TRAINING) >= 0
                && sentence.before(name, name - going - 1, BREAK) < 0;
        return linked
                || direct
                || continued
                || (sentence.after(i, 7, BASE_AFTER) >= 0
                        && sentence.before(name, CLAUSE, Set.of("use", "utilize", "using", "adopt", "employ")) >= 0);
    }

    /** Where "[maker/name-7B]" begins; the name itself where it stands alone. */
    private static int maker(Sentence sentence, int name) {
        int k = name;
        if (k > 1 && sentence.get(k - 1).is("/")) {
            k -= 2;
        }
        while (k > 1
                && sentence.get(k - 1).in(Set.of("[", "*", "`", "-", "_"))
                && !sentence.get(k).glued()) {
            k--;
        }
        return k;
    }

    /** "instruction tuning of the language model designed for Russian (Lyra-3B)": what was tuned is named behind. */
    private static boolean isBaseInParentheses(Sentence sentence, int name) {
        if (name < 3 || !sentence.get(name - 1).is("(")) {
            return false;
        }
        int mark = sentence.before(name, CLAUSE, TUNED);
        return mark >= 0
                && sentence.after(mark, 1, Set.of("of", "from", "on", "with")) > 0
                && sentence.before(name - 1, name - 1 - mark, Set.of(",", ";", ")", "and")) < 0;
    }
}
