package org.computedivide.streams.rules.facts;

import java.util.List;
import java.util.Set;
import org.computedivide.streams.rules.facts.Whose.Owner;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Stems;
import org.computedivide.streams.rules.text.Token;
import org.computedivide.streams.rules.text.WordSet;

/**
 * Reads the model that a training began from ("continually pre-trained from Qwen1.5", "built on top of Llama 3.3 70B", "uses
 * Whisper as its encoder"), so that its compute is inherited; and the teacher of a distillation, whose compute is not. A base
 * is told by its name: a family on which others build, made by someone else, or another's name that is told to be trained on.
 */
final class BaseRule implements Rule {

    static final String BASE = "baseModel";
    static final String TEACHER = "teacher";

    private static final int REACH = 9;
    private static final int NAME_REACH = 7;
    private static final Stems START = Stems.of("initiali", "deriv", "upcycl", "adapted", "customi", "compress");
    private static final Stems TUNE = Stems.of("finetun", "tuned", "tune", "tuning", "posttrain");
    private static final Stems CONTINUE = Stems.of("continu", "further");
    private static final Stems TRAIN = Stems.of("train", "pretrain");
    private static final Set<String> BUILT =
            Words.words("built build builds building based developed leveraging leverages");
    /** All of these: other words are dismissed by one look. */
    private static final Stems TELLING =
            Stems.of("distill").and(START).and(TUNE).and(CONTINUE).and(Stems.of(BUILT.toArray(String[]::new)));

    private static final Set<String> FROM = WordSet.of("from", "of");
    private static final Set<String> ON = WordSet.of("on", "upon", "using", "with");
    private static final Set<String> NO_MODEL = Words.words("""
            architecture architectures framework design recipe dataset corpus data benchmark gpus tpu tpus gpu paper library
            hyperparameters tokenizer methodology algorithm style objective insights research""");
    private static final Set<String> BREAK = WordSet.of(";", ":", "|");

    private final Subject subject;
    private final BaseFamilies families;

    BaseRule(Subject subject, BaseFamilies families) {
        this.subject = subject;
        this.families = families;
    }

    @Override
    public void read(Sentence sentence, List<Finding> into) {
        for (int i = 0; i < sentence.size(); i++) {
            Token token = sentence.get(i);
            if (token.kind() != Token.Kind.WORD) {
                continue;
            }
            String stage = stage(sentence, i);
            if (!stage.isEmpty()) {
                add(sentence, name(sentence, i, stage), stage, into);
            }
        }
    }

    /** How the word speaks of a beginning, as a stage of training; empty when it does not. */
    private static String stage(Sentence sentence, int i) {
        String word = sentence.get(i).word();
        if (!TELLING.begin(word)) {
            return "";
        }
        if (word.startsWith("distill")) {
            return TEACHER;
        }
        if (CONTINUE.begin(word)) {
            return sentence.nearStem(i, 4, TRAIN) ? "continued" : "";
        }
        if (TUNE.begin(word)) {
            return "supervised-tuning";
        }
        return START.begin(word) || BUILT.contains(word) ? "unknown" : "";
    }

    /** First token of the name that the word points to, or -1. */
    private int name(Sentence sentence, int i, String stage) {
        boolean built = BUILT.contains(sentence.get(i).word()) || stage.equals("continued") || isStart(sentence, i);
        for (int k = i + 1;
                sentence.holds(k) && k <= i + REACH && !sentence.get(k).in(BREAK);
                k++) {
            if (sentence.get(k).in(FROM) || (built && sentence.get(k).in(ON))) {
                return named(sentence, k, stage);
            }
        }
        boolean direct = stage.equals("supervised-tuning") || stage.equals("continued") || isChinese(sentence, i);
        return direct ? directly(sentence, i, stage) : -1;
    }

    /** The 基于 of "基于Lyra-7B继续预训练": the word is the preposition as well. */
    private static boolean isChinese(Sentence sentence, int i) {
        return sentence.charAt(sentence.get(i).start()) == '基';
    }

    private static boolean isStart(Sentence sentence, int i) {
        return sentence.get(i).word().startsWith("initiali");
    }

    /** "fine-tune LLaMA-7B on …": the name stands right behind the verb. */
    private int directly(Sentence sentence, int i, String stage) {
        for (int k = i + 1; sentence.holds(k) && k <= i + 3; k++) {
            if (isModelName(sentence, k, stage)) {
                return k;
            }
            if (!sentence.get(k).in(Set.of("the", "a", "an", "pre", "-", "trained", "pretrained", "training"))) {
                return -1;
            }
        }
        return -1;
    }

    private int named(Sentence sentence, int preposition, String stage) {
        for (int k = preposition + 1; sentence.holds(k) && k <= preposition + NAME_REACH; k++) {
            Token token = sentence.get(k);
            if (token.in(BREAK) || token.is(",") || token.is(".") || token.in(Set.of("which", "that", "and", "to"))) {
                return -1;
            }
            if (isModelName(sentence, k, stage)) {
                return k;
            }
        }
        return -1;
    }

    /** A family that another maker made; else a name with a digit that is none of ours, said of a training. */
    private boolean isModelName(Sentence sentence, int k, String stage) {
        Token token = sentence.get(k);
        if (token.kind() != Token.Kind.WORD || !token.capital() || sentence.after(k, 4, NO_MODEL) >= 0) {
            return false;
        }
        boolean trained = !stage.equals("unknown") && subject.head(token) == Owner.OTHERS && hasNumber(sentence, k);
        return trained || families.isAnothers(token);
    }

    /** The first family of another maker that a title names. */
    void readTitle(Sentence sentence, List<Finding> into) {
        for (int k = 0; k < sentence.size(); k++) {
            if (families.isTelling(sentence.get(k)) && !Comparison.isCompared(sentence, k)) {
                add(sentence, k, "unknown", into);
                return;
            }
        }
    }

    private static boolean hasNumber(Sentence sentence, int k) {
        int next = sentence.holds(k + 1) && sentence.get(k + 1).is("-") ? k + 2 : k + 1;
        return sentence.holds(next) && sentence.get(next).isNumber();
    }

    private static void add(Sentence sentence, int from, String stage, List<Finding> into) {
        if (from < 0 || (Comparison.isCompared(sentence, from) && !stage.equals(TEACHER))) {
            return;
        }
        boolean taught = stage.equals(TEACHER);
        int to = last(sentence, from);
        into.add(new Finding(
                taught ? TEACHER : BASE,
                null,
                sentence.words(from, to),
                "",
                sentence,
                from,
                to,
                taught ? "teacher-named" : "base-named",
                taught ? "unknown" : stage,
                "unknown",
                ""));
    }

    /** Last token of the name: parts that are joined to it, and a size or version behind it. */
    private static int last(Sentence sentence, int from) {
        int k = from;
        while (sentence.holds(k + 1) && k - from < NAME_REACH && isPart(sentence, k + 1)) {
            k++;
        }
        return sentence.get(k).isMark() ? k - 1 : k;
    }

    private static boolean isPart(Sentence sentence, int k) {
        Token token = sentence.get(k);
        return token.glued()
                || token.isNumber()
                || token.kind() == Token.Kind.MIXTURE
                || ((token.is("-") || token.is(".") || token.is("_"))
                        && sentence.get(k - 1).end() == token.start());
    }
}
