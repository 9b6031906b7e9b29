package org.computedivide.streams.rules.facts;

import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Stems;
import org.computedivide.streams.rules.text.Token;

/** Whose is a number: ours, that of a base we build on, or another model's. */
final class Whose {

    private static final int CLAUSE = 14;
    private static final int LONG_CLAUSE = 28;
    private static final int NAME = 8;
    private static final int LINKS = 5;
    private static final Set<String> LINK = Words.words("""
            ( - * _ ' ` + , with has have having contains of its about approximately only over just a the in total at which
            is ~ s around has trained full large roughly nearly up to size using""");
    private static final Set<String> BASE_WORD = Words.words("""
            based built builds build finetuned tuned initialized initialised derived derivative adapted distilled continued top
            version customized fine continuation distillation initialize pretrained upcycled merge merging tuning compressed
            pruned""");
    private static final Set<String> BASE_AFTER =
            Words.words("initialize initialization backbone base initialized decoder");

    private static final Set<String> BASE_VERB = Words.words(
            "leverages leverage leveraging boosts boost boosting improves improve improving finetune finetuned tune prune prunes "
                    + "compress compresses upcycle upcycles");
    private static final Set<String> BOUND = Set.of("under", "below", "sub", "<", "≤");
    private static final Set<String> ACROSS = Set.of("across", "spanning");
    private static final Set<String> MODELS = Set.of("models", "llms", "vlms", "mllms");
    /** What stands before a base that is named behind its size. */
    private static final Set<String> TAKEN = Words.words("""
            finetune finetuned tuned tune tuning adapt adapted focus start starting initialize initialized initialised build
            built based prune prunes pruned extend extended backbone quantize quantized upcycle upcycled""");

    private static final Set<String> STYLE = Set.of("style", "like", "based", "type", "inspired");
    /** Words in capitals that say of what kind a model is. */
    private static final Set<String> KIND = Words.words("""
            transformer transformers moe llm llms vlm vlms mllm lm vit cnn rnn lstm dit unet u diffusion mixture experts vla tts asr
            mamba ssm gan vae clip nmt s2s seq2seq decoder encoder gpt vision video instruct chat base coder chinese english french
            german japanese korean arabic russian spanish rl rlhf ai swin resnet mlp""");

    private static final Set<String> TUNED = Words.words(
            "tuning finetuning pretraining initialized initialised continuation built based version adapted");
    private static final Set<String> SIDES = Set.of("vs", "versus", "against", "compared", "whereas");
    private static final Set<String> OUR = Set.of("our");
    private static final Set<String> MODEL = Set.of("model", "network", "variant", "version", "checkpoint");
    private static final Stems TRIED =
            Stems.of("evaluat", "benchmark", "experiment", "validat", "test", "prob", "appl");
    private static final Set<String> BREAK = Words.words(", ; . with by than over to");

    /** To whom a number belongs. */
    enum Owner {
        OURS,
        BASE,
        OTHERS,
        UNKNOWN
    }

    private static final int RUN_VERB_AHEAD = 6;
    private static final Set<String> OTHER_RUN =
            Words.words("baseline baselines original teacher predecessor predecessors competitors others");
    private static final Set<String> RUN_VERB =
            Words.words("took takes was were required requires needed needs used uses");
    private static final Set<String> CLAUSE_END = Set.of(";", "while", "whereas", "but", "ours", "we", "our");

    private final Subject subject;

    Whose(Subject subject) {
        this.subject = subject;
    }

    Owner of(Sentence sentence, int i) {
        Owner paired = Versus.owner(sentence, i, subject);
        if (paired != Owner.UNKNOWN) {
            return paired;
        }
        Owner side = ofSide(sentence, i);
        if (side != Owner.UNKNOWN) {
            return side;
        }
        Owner behind = ofNameBehind(sentence, i);
        return behind == Owner.UNKNOWN ? alone(sentence, i) : behind;
    }

    /** "37M parameters for Lyra vs. 35M for Orion". */
    private Owner ofSide(Sentence sentence, int i) {
        int by = sentence.after(i, 2, Set.of("for"));
        boolean named = by > 0 && sentence.holds(by + 1) && sentence.get(by + 1).capital();
        return named && sentence.near(i, SIDES) ? subject.head(sentence.get(by + 1)) : Owner.UNKNOWN;
    }

    /** "our fine-tuned 770M T5 model" is made from another's, "the 70-billion-parameter Llama 2" is another's. */
    private Owner ofNameBehind(Sentence sentence, int i) {
        int name = SizeShape.nameBehind(sentence, i);
        boolean others = name > 0
                && subject.head(sentence.get(name)) == Owner.OTHERS
                && !sentence.get(name).in(KIND)
                && !isStyle(sentence, name);
        if (!others || isCompared(sentence, i)) {
            return Owner.UNKNOWN;
        }
        boolean base = sentence.before(i, 5, TAKEN) >= 0 && sentence.before(i, 5, Set.of(",", ";")) < 0;
        boolean definite =
                sentence.before(i, 1, Set.of("the")) >= 0 && sentence.before(i, 2, Set.of("is", "are", "was")) < 0;
        return base ? Owner.BASE : definite ? Owner.OTHERS : Owner.UNKNOWN;
    }

    /** "GPT-style", "LLaMA-based", "Mamba-like": how a model is built, not which it is. */
    private static boolean isStyle(Sentence sentence, int name) {
        return sentence.after(name, 5, STYLE) > 0;
    }

    private Owner alone(Sentence sentence, int i) {
        int name = nameBefore(sentence, i);
        if (name >= 0 && isBase(sentence, name, i)) {
            return isCompared(sentence, name) ? Owner.OTHERS : Owner.BASE;
        }
        Owner head = name < 0 ? Owner.UNKNOWN : head(sentence, name, i);
        if (head == Owner.OURS && isExample(sentence, name)) {
            return Owner.OURS;
        }
        if (head == Owner.OTHERS && !isApposition(sentence, name)) {
            return Owner.OTHERS;
        }
        boolean bounded = i > 0 && sentence.get(i - 1).in(BOUND);
        boolean subSized =
                i > 1 && sentence.get(i - 1).is("-") && sentence.get(i - 2).is("sub");
        boolean others = bounded
                || subSized
                || isCompared(sentence, i)
                || isCited(sentence, i)
                || isAmong(sentence, i)
                || isTestBed(sentence, i)
                || isThanOurs(sentence, i);
        return others && head != Owner.OURS
                ? Owner.OTHERS
                : bounded || isCompared(sentence, i) ? Owner.OTHERS : Owner.OURS;
    }

    /** "based on X 70B", "a version of X-8B", "X 7B to initialize": a base, unless we made the name. */
    private static boolean isBase(Sentence sentence, int nameOrMaker, int i) {
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
        return linked
                || direct
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

    /** Whose a row or column of a table is, by the first name in the cell that heads it. */
    Owner ofCell(Sentence sentence, int from, int to) {
        for (int k = from; k < to; k++) {
            Token token = sentence.get(k);
            Owner owner = token.capital() ? subject.head(token) : Owner.UNKNOWN;
            if (owner != Owner.UNKNOWN) {
                return owner;
            }
        }
        return ofSmallName(sentence, from, to);
    }

    /** "e5-large-v2", "gte-qwen2-7b": a name in small letters has a hyphen and a digit. */
    private Owner ofSmallName(Sentence sentence, int from, int to) {
        boolean hyphen = from + 2 < to && sentence.get(from + 1).is("-");
        boolean digit = false;
        for (int k = from; hyphen && k < to; k++) {
            digit |= sentence.written(k).chars().anyMatch(Character::isDigit);
        }
        return digit ? subject.head(sentence.get(from)) : Owner.UNKNOWN;
    }

    /** "run powerful models like Orion 27B": ours is an example, not what is compared. */
    private static boolean isExample(Sentence sentence, int name) {
        return name > 1
                && (sentence.get(name - 1).is("like")
                        || (sentence.get(name - 1).is("as")
                                && sentence.get(name - 2).is("such")))
                && sentence.before(name - 1, 3, MODELS) >= 0
                && sentence.before(name - 1, CLAUSE, Words.COMPARISON) < 0;
    }

    /** "Our final model, a RegNetY with 1.3B parameters", "our largest model, Lyra, has 1.5B parameters". */
    private static boolean isApposition(Sentence sentence, int name) {
        boolean direct = name > 2
                && sentence.get(name - 1).is(",")
                && sentence.get(name - 2).in(MODEL)
                && sentence.before(name - 2, 4, OUR) >= 0
                && sentence.before(name - 2, CLAUSE, Words.COMPARISON) < 0;
        return direct || isDescribed(sentence, name);
    }

    private static boolean isDescribed(Sentence sentence, int name) {
        return name > 3
                && sentence.get(name - 1).in(Set.of("a", "an"))
                && sentence.get(name - 2).is(",")
                && sentence.before(name - 2, CLAUSE, OUR) >= 0
                && sentence.before(name - 2, CLAUSE, Words.COMPARISON) < 0;
    }

    /** "contains 4B parameters (Chen et al., 2022)", "training a 7B VLM [5] takes": what is cited is another's. */
    private static boolean isCited(Sentence sentence, int i) {
        int open = sentence.after(i, 6, Set.of("["));
        boolean numbered = open > 0
                && sentence.holds(open + 2)
                && sentence.get(open + 1).isNumber()
                && sentence.get(open + 2).is("]")
                && sentence.after(i, open - i, Set.of(",", "and", "on", "for", "with", "to", "of")) < 0
                && sentence.before(i, LONG_CLAUSE, Words.OURS) < 0;
        if (numbered) {
            return true;
        }
        int al = sentence.after(i, 7, Set.of("al"));
        return al > 1 && sentence.get(al - 1).is("et") && sentence.before(al, 4, Set.of("(", "[")) > i;
    }

    /** "state of the art among models up to 13B", "the largest language models contain upwards of 100B". */
    private static boolean isAmong(Sentence sentence, int i) {
        return sentence.before(i, 6, Set.of("among", "amongst", "upwards")) >= 0
                && sentence.before(i, CLAUSE, Words.MODEL) >= 0;
    }

    /** "Experiments across five models from 4B to 30B": what a method was tried on. */
    private static boolean isTestBed(Sentence sentence, int i) {
        int across = sentence.before(i, CLAUSE, ACROSS);
        return across >= 0
                && sentence.before(across, LONG_CLAUSE, Words.OURS) < 0
                && (sentence.before(i, i - across, MODELS) >= 0 || sentence.after(i, 4, MODELS) >= 0)
                && sentence.nearStem(across, LONG_CLAUSE, TRIED);
    }

    /** "X has more parameters (43 M) than ours". */
    private static boolean isThanOurs(Sentence sentence, int i) {
        int than = sentence.after(i, 3, Set.of("than"));
        return than > 0 && sentence.after(than, 1, Set.of("ours")) > 0;
    }

    /** First token of the name that the number stands in or behind, or -1. */
    private static int nameBefore(Sentence sentence, int i) {
        int k = i - 1;
        for (int steps = 0; k >= 0 && steps < LINKS && isLink(sentence.get(k)); steps++) {
            k--;
        }
        int first = -1;
        for (int n = 0; k >= 0 && n < NAME; k--, n++) {
            Token token = sentence.get(k);
            if (isNamePart(token) || isSmallName(sentence, k, i)) {
                first = k;
            } else if (!token.is("-") && !token.is(".") && !token.is("_") && !token.is("/") && !token.is("+")) {
                break;
            }
        }
        return first;
    }

    /** A small word that hyphens join to a name: the instruct of Orion-instruct, but not the art of state-of-the-art. */
    private static boolean isInName(Sentence sentence, int i) {
        int k = i;
        for (int n = 0; n < NAME && k > 1 && sentence.get(k).glued(); n++) {
            k -= sentence.get(k - 1).isMark() ? 2 : 1;
            if (sentence.get(k).capital() || sentence.get(k).isNumber()) {
                return true;
            }
        }
        return false;
    }

    /** The gemma of "gemma-2b": a word in small letters that a hyphen joins to the size. */
    private static boolean isSmallName(Sentence sentence, int k, int i) {
        return k == i - 2
                && sentence.get(i).glued()
                && sentence.get(i).hasLetter()
                && (sentence.get(k + 1).is("-") || sentence.get(k + 1).is("_"))
                && sentence.get(k).kind() == Token.Kind.WORD
                && sentence.get(k).end() == sentence.get(k + 1).start();
    }

    private static boolean isLink(Token token) {
        return token.in(LINK) && !token.capital();
    }

    private static boolean isNamePart(Token token) {
        return (token.kind() == Token.Kind.WORD && (token.capital() || token.glued()))
                || (token.isNumber() && (token.glued() || (token.word().isEmpty() && token.value() < 100)));
    }

    /** The first word of the name that says anything decides. */
    private Owner head(Sentence sentence, int from, int to) {
        for (int k = from; k < to; k++) {
            boolean name = sentence.get(k).capital() || isInName(sentence, k) || isSmallName(sentence, k, to);
            Owner owner = name ? subject.head(sentence.get(k)) : Owner.UNKNOWN;
            if (owner == Owner.OURS || (owner == Owner.OTHERS && !isOpening(sentence, k))) {
                return owner;
            }
        }
        return Owner.UNKNOWN;
    }

    /** A capital at the beginning of a sentence does not make a name, unless there is more than one or a digit in it. */
    private static boolean isOpening(Sentence sentence, int k) {
        String written = sentence.written(k);
        return k == 0
                && written.chars().skip(1).noneMatch(c -> Character.isUpperCase(c) || Character.isDigit(c))
                && (sentence.size() < 2 || !sentence.get(1).is("-"));
    }

    /** Whether a word of comparison stands in the clause before, with none of ours between. */
    static boolean isCompared(Sentence sentence, int i) {
        return isCompared(sentence, i, Words.COMPARISON);
    }

    /** The same for chips and times: what "surpasses X after 19 days" or trains a baseline is still our run. */
    static boolean isComparedRun(Sentence sentence, int i) {
        return isCompared(sentence, i, Words.RUN_COMPARISON);
    }

    private static boolean isCompared(Sentence sentence, int i, Set<String> words) {
        int seen = 0;
        for (int k = i - 1; k >= Math.max(0, i - LONG_CLAUSE) && seen < CLAUSE; k--) {
            Token token = sentence.get(k);
            seen += token.isMark() ? 0 : 1;
            if (token.in(Words.OURS)) {
                return false;
            }
            if (token.in(words) && !isHarmless(sentence, k)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a time or a chip count is of a run of ours. */
    boolean isOurRun(Sentence sentence, int i) {
        int name = nameBefore(sentence, i);
        boolean others =
                name >= 0 && sentence.before(i, i - name, Words.GPU) < 0 && head(sentence, name, i) == Owner.OTHERS;
        return !others && !isOfOther(sentence, i) && !isComparedRun(sentence, i);
    }

    /** "while the baseline took 9 days", "the original was trained for 11 days on 128": the subject of the clause is another. */
    static boolean isOfOther(Sentence sentence, int i) {
        int other = sentence.before(i, CLAUSE, OTHER_RUN);
        int verb = other < 0 ? -1 : sentence.after(other, RUN_VERB_AHEAD, RUN_VERB);
        return verb > 0
                && verb < i
                && sentence.after(other, verb - other, BREAK) < 0
                && sentence.after(verb, i - verb, CLAUSE_END) < 0
                && sentence.before(other, 2, Words.OURS) < 0;
    }

    /** "more than 100 billion", "our previous model", the Baseline in a name. */
    private static boolean isHarmless(Sentence sentence, int k) {
        Token token = sentence.get(k);
        boolean amount = token.is("than")
                && sentence.holds(k + 1)
                && (sentence.get(k + 1).isNumber()
                        || (sentence.holds(k + 2)
                                && sentence.get(k + 2).isNumber()
                                && sentence.get(k + 1).isMark()));
        boolean own = k > 0 && sentence.get(k - 1).in(Words.OURS);
        boolean made = token.is("distilled")
                && sentence.holds(k + 1)
                && sentence.get(k + 1).isNumber();
        return made || amount || own || token.glued() || (token.capital() && k > 0);
    }
}
