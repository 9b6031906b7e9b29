package org.computedivide.streams.rules.facts;

import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Token;
import org.computedivide.streams.rules.text.WordSet;

/** Whose is a number: ours, that of a base we build on, or another model's. */
final class Whose {

    private static final int CLAUSE = 14;

    private static final Set<String> MODELS = WordSet.of("models", "llms", "vlms", "mllms");
    /** What stands before a base that is named behind its size. */
    private static final Set<String> TAKEN = Words.words("""
            finetune finetuned tuned tune tuning adapt adapted focus start starting initialize initialized initialised build
            built based prune prunes pruned extend extended backbone quantize quantized upcycle upcycled""");

    private static final Set<String> STYLE = WordSet.of("style", "like", "based", "type", "inspired");
    /** Words in capitals that say of what kind a model is. */
    static final Set<String> KIND = Words.words("""
            transformer transformers moe llm llms vlm vlms mllm lm vit cnn rnn lstm dit unet u diffusion mixture experts vla tts asr
            mamba ssm gan vae clip nmt s2s seq2seq decoder encoder gpt vision video instruct chat base coder chinese english french
            german japanese korean arabic russian spanish rl rlhf ai swin resnet mlp""");

    private static final Set<String> SIDES = WordSet.of("vs", "versus", "against", "compared", "whereas");
    private static final Set<String> OF_KIND = Words.words(
            "a an the its our frozen decoder encoder only - , pretrained pre trained compact small large powerful strong open dense");
    private static final Set<String> PART_OF =
            WordSet.of("with", "around", "onto", "two", "into", "using", "from", "and");
    private static final int LANGUAGE_AHEAD = 7;
    private static final Set<String> LANGUAGE = WordSet.of("language", "llm", "llms");
    private static final Set<String> MODELS_OF = WordSet.of("model", "models");
    private static final Set<String> NO_PART =
            Words.words("multimodal vision visual video omnimodal speech audio , . ; : that which with and ( )");
    private static final Set<String> OF = WordSet.of("of", "in");
    private static final Set<String> HYPHEN = WordSet.of("-");
    private static final Set<String> THE = WordSet.of("the");
    private static final Set<String> OUR = WordSet.of("our");
    private static final Set<String> MODEL = WordSet.of("model", "network", "variant", "version", "checkpoint");

    /** To whom a number belongs. */
    enum Owner {
        OURS,
        BASE,
        OTHERS,
        UNKNOWN
    }

    private final Subject subject;
    private final NameInFront names;

    Whose(Subject subject) {
        this.subject = subject;
        this.names = new NameInFront(subject);
    }

    /** "with a 7B language model" of a model that sees: its part. */
    boolean isLanguagePart(Sentence sentence, int i) {
        int k = i - 1;
        while (k > 0 && i - k <= LANGUAGE_AHEAD && (sentence.get(k).in(OF_KIND) || isFew(sentence.get(k)))) {
            k--;
        }
        boolean ofList = k > 0 && sentence.get(k - 1).isNumber();
        if (!subject.isMultimodal() || k < 0 || ofList || !sentence.get(k).in(PART_OF)) {
            return false;
        }
        int model = sentence.after(i, LANGUAGE_AHEAD, LANGUAGE);
        return model > 0
                && (!sentence.get(model).is("language") || sentence.after(model, 1, MODELS_OF) > 0)
                && sentence.after(i, model - i, NO_PART) < 0;
    }

    /** The two of "two 7B language models". */
    private static boolean isFew(Token token) {
        return token.word().equals("spelled") && token.value() < 10;
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
        if (isOfNamed(sentence, i)) {
            return Owner.OTHERS;
        }
        Owner behind = ofNameBehind(sentence, i);
        return behind == Owner.UNKNOWN ? alone(sentence, i) : behind;
    }

    /** "37M parameters for Lyra vs. 35M for Orion". */
    private Owner ofSide(Sentence sentence, int i) {
        int by = sentence.after(i, 2, "for");
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
        if (!others || Comparison.isCompared(sentence, i)) {
            return Owner.UNKNOWN;
        }
        boolean base = sentence.before(i, 5, TAKEN) >= 0 && sentence.before(i, 5, Set.of(",", ";")) < 0;
        boolean definite = sentence.before(i, 1, "the") >= 0 && sentence.before(i, 2, Set.of("is", "are", "was")) < 0;
        return base ? Owner.BASE : definite ? Owner.OTHERS : Owner.UNKNOWN;
    }

    /** "0.2% of the 175 billion parameters of GPT-3". */
    private boolean isOfNamed(Sentence sentence, int i) {
        int unit = sentence.after(i, 3, Words.PARAMETER);
        int name = unit < 0 || sentence.after(unit, 1, OF) < 0 ? -1 : unit + 2;
        name = name > 0 && sentence.after(name - 1, 1, THE) > 0 ? name + 1 : name;
        return sentence.holds(name)
                && sentence.get(name).capital()
                && (!sentence.get(name).in(KIND) || sentence.after(name, 1, HYPHEN) > 0)
                && subject.head(sentence.get(name)) == Owner.OTHERS;
    }

    /** "GPT-style", "LLaMA-based", "Mamba-like": how a model is built, not which it is. */
    private static boolean isStyle(Sentence sentence, int name) {
        return sentence.after(name, 5, STYLE) > 0;
    }

    private Owner alone(Sentence sentence, int i) {
        int name = NameInFront.of(sentence, i);
        if (name >= 0 && BaseMark.isBefore(sentence, name, i)) {
            return Comparison.isCompared(sentence, name) ? Owner.OTHERS : Owner.BASE;
        }
        Owner head = name < 0 ? Owner.UNKNOWN : names.owner(sentence, name, i);
        if (head == Owner.OURS && isExample(sentence, name)) {
            return Owner.OURS;
        }
        if (head == Owner.OTHERS && !isApposition(sentence, name)) {
            return Owner.OTHERS;
        }
        boolean others = head == Owner.OURS
                ? Comparison.isBound(sentence, i)
                        || (Comparison.isCompared(sentence, i) && !Comparison.isBehindOpening(sentence, name))
                : Comparison.isOfOthers(sentence, i);
        return others ? Owner.OTHERS : Owner.OURS;
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
                && (sentence.get(name - 2).in(MODEL)
                        ? sentence.before(name - 2, 4, OUR) >= 0
                        : sentence.before(name - 1, 3, OUR) >= 0)
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

    /** Whether the name in front of a place is another's, and one of the words stands right before it. */
    boolean isBehindAnothers(Sentence sentence, int i, Set<String> before) {
        int name = NameInFront.of(sentence, i);
        return name > 0 && sentence.get(name - 1).in(before) && names.owner(sentence, name, i) == Owner.OTHERS;
    }

    /** Whose a row or column of a table is, by the first name in the cell that heads it. */
    Owner ofCell(Sentence sentence, int from, int to) {
        return names.ofCell(sentence, from, to);
    }

    /** The "96 A100s" of "96 A100s, 14 days". */
    private static boolean isOfChip(Sentence sentence, int name, int i) {
        for (int k = name; k < i; k++) {
            if (Chips.all().at(sentence, k) != null) {
                return true;
            }
        }
        return false;
    }

    /** "the 100k GPU hours of Lyra": another's name stands behind. */
    boolean isNamedBehind(Sentence sentence, int unit) {
        return sentence.after(unit, 1, "of") > 0
                && sentence.holds(unit + 2)
                && sentence.get(unit + 2).capital()
                && subject.head(sentence.get(unit + 2)) == Owner.OTHERS;
    }

    /** Whether a time or a chip count is of a run of ours. */
    boolean isOurRun(Sentence sentence, int i) {
        int name = NameInFront.of(sentence, i);
        boolean others = name >= 0
                && sentence.before(i, i - name, Words.GPU) < 0
                && !isOfChip(sentence, name, i)
                && names.owner(sentence, name, i) == Owner.OTHERS;
        return !others && !Comparison.isOfOther(sentence, i) && !Comparison.isComparedRun(sentence, i);
    }
}
