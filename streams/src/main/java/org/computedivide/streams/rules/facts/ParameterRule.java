package org.computedivide.streams.rules.facts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.computedivide.streams.rules.facts.Whose.Owner;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Stems;
import org.computedivide.streams.rules.text.Token;
import org.computedivide.streams.rules.text.WordSet;

/** Reads total and active parameters: "405B parameters", "a 70B model", "Llama-3.1-8B", "参数量为70亿", "7B, 13B and 70B". */
final class ParameterRule implements Rule {

    private static final double FEWEST = 1000;
    private static final Set<String> SOURCE = WordSet.of("from", "of", "using", "on");
    private static final Set<String> TRAINED = WordSet.of("pretrained", "existing", "publicly", "off", "frozen");
    private static final Set<String> FROM = WordSet.of("from", "of");
    private static final Set<String> BASE = WordSet.of("base", "parent", "teacher", "backbone");
    private static final Set<String> MODEL = WordSet.of("model", "models", "checkpoint", "llm");
    private static final Stems SHRINKING =
            Stems.of("prun", "compress", "sparsif", "shrink", "shrunk", "reduc", "distil", "compact");
    private static final Set<String> DECODER = WordSet.of("decoder", "decoders", "heads", "modules");
    private static final Set<String> ADDS = WordSet.of("adds", "adding");
    private static final Set<String> RANGE = WordSet.of("to");
    private static final Set<String> TRAINABLE = WordSet.of("trainable", "learnable", "tunable");
    private static final Stems FROZEN = Stems.of("froze", "freez", "lora", "adapter", "prompt", "prefix");
    private static final int BETWEEN_PARENTHESES = 9;
    private static final double SWEEP = 50;

    private final Whose whose;

    ParameterRule(Whose whose) {
        this.whose = whose;
    }

    /** From the right, so that the numbers of a list take the unit of its last one. */
    @Override
    public void read(Sentence sentence, List<Finding> into) {
        Map<Integer, String> shapes = new TreeMap<>();
        String following = "";
        for (int i = sentence.size() - 1; i >= 0; i--) {
            Token token = sentence.get(i);
            int next = token.isNumber() ? SizeList.next(sentence, i) : -1;
            if (token.isNumber() && (token.value() >= FEWEST || next > 0) && !ActiveSize.isFraction(sentence, i)) {
                String shape = SizeShape.of(sentence, i);
                following = next > 0 && !following.isEmpty() ? following : shape;
                shapes.put(i, following);
            } else if (token.glued() && ActiveSize.at(sentence, i) > 0 && whose.of(sentence, i) == Owner.OURS) {
                into.add(Finding.number(
                        "activeParameters", ActiveSize.at(sentence, i), "parameters", sentence, i, i, "name-size"));
            } else if (token.kind() == Token.Kind.MIXTURE) {
                mixture(sentence, i, into);
            }
        }
        if (!shapes.isEmpty()) {
            emit(sentence, shapes, into);
        }
    }

    /** "Orion 8x7B": experts times size, less what stands in them once. */
    private void mixture(Sentence sentence, int i, List<Finding> into) {
        Owner owner = whose.of(sentence, i);
        if (owner != Owner.OTHERS) {
            String rule = owner == Owner.BASE ? "base-size" : SizeShape.MIXTURE;
            double total = Sizes.SHARED * sentence.get(i).value();
            into.add(Finding.number("parameters", total, "parameters", sentence, i, i, rule));
        }
    }

    /** A number without a shape takes that of the number in front of it in the same list: "Gemma 3 4B and 27B". */
    private void emit(Sentence sentence, Map<Integer, String> shapes, List<Finding> into) {
        int expected = -1;
        int last = -1;
        String before = "";
        for (Map.Entry<Integer, String> entry : shapes.entrySet()) {
            int i = entry.getKey();
            boolean apart = isNextInParentheses(sentence, last, i);
            boolean listed = (i == expected || apart) && !OtherUnit.isBehind(sentence, i);
            boolean ofSizes = apart && before.equals(SizeShape.SIZE);
            String shape = listed && (entry.getValue().isEmpty() || ofSizes) ? before : entry.getValue();
            int next = SizeList.next(sentence, i);
            emit(sentence, i, SizeList.value(sentence, i, next), shape, listed && ofSizes, into);
            expected = next;
            last = i;
            before = shape;
        }
    }

    /** "ViT-B (86M), L (303M) and g (1B)": each alone in parentheses, a name or two between. */
    private static boolean isNextInParentheses(Sentence sentence, int last, int i) {
        return last > 0
                && i - last <= BETWEEN_PARENTHESES
                && sentence.get(i).hasLetter()
                && isAlone(sentence, last)
                && isAlone(sentence, i);
    }

    private static boolean isAlone(Sentence sentence, int i) {
        return sentence.holds(i + 1)
                && sentence.get(i - 1).is("(")
                && sentence.get(i + 1).is(")");
    }

    /** "from an already pretrained 15B model", "of a larger 70B teacher". */
    private static boolean isSource(Sentence sentence, int i) {
        int from = sentence.before(i, 5, SOURCE);
        return (from >= 0 && sentence.before(i, i - from, TRAINED) >= 0)
                || isOfBase(sentence, i)
                || isShrunk(sentence, i);
    }

    /** "compressed from a 12-billion-parameter base model". */
    private static boolean isOfBase(Sentence sentence, int i) {
        int base = sentence.after(i, 6, BASE);
        return base > 0
                && sentence.after(base, 1, MODEL) > 0
                && sentence.before(i, 3, FROM) >= 0
                && sentence.after(i, base - i, Set.of(",", "and", ";")) < 0;
    }

    /** "of a 13B parameter model down to just 2.6B": what it was made smaller from. */
    private static boolean isShrunk(Sentence sentence, int i) {
        int down = sentence.after(i, 8, "down");
        return down > 0
                && sentence.after(down, 1, "to") > 0
                && !isNumberBetween(sentence, i, down)
                && sentence.stemBefore(i, 8, SHRINKING);
    }

    private static boolean isNumberBetween(Sentence sentence, int from, int to) {
        for (int k = from + 1; k < to; k++) {
            if (sentence.get(k).isNumber() && sentence.get(k).value() >= FEWEST) {
                return true;
            }
        }
        return false;
    }

    /** "adds a 2M decoder", "1.84M trainable parameters" beside "we froze the rest": what a tuning adds. */
    private static boolean isAdded(Sentence sentence, int i) {
        boolean part = sentence.before(i, 2, ADDS) >= 0
                && (sentence.after(i, 3, Words.PART) > 0 || sentence.after(i, 3, DECODER) > 0);
        return part || (sentence.after(i, 3, TRAINABLE) >= 0 && sentence.nearStem(i, 40, FROZEN));
    }

    /** "from 70 million to over 16 billion": the ends of a sweep of many small models, not of a family. */
    private static boolean isSweep(Sentence sentence, int i) {
        int from = sentence.before(i, 6, "from");
        for (int k = from + 1; from >= 0 && k < i; k++) {
            if (sentence.get(k).isNumber() && sentence.get(k).value() >= FEWEST) {
                return sentence.get(i).value() / sentence.get(k).value() >= SWEEP;
            }
        }
        return false;
    }

    /** The 400 million of "from 400 million to 8 billion active parameters". */
    private static boolean isRangeOfActive(Sentence sentence, int i) {
        int next = SizeList.next(sentence, i);
        return next > 0 && sentence.after(i, 1, RANGE) > 0 && Activity.isActive(sentence, next);
    }

    private void emit(Sentence sentence, int i, double value, String shape, boolean ofSizes, List<Finding> into) {
        if (shape.isEmpty() || value < FEWEST) {
            return;
        }
        Owner owner = ofSizes ? Owner.OURS : whose.of(sentence, i);
        if (owner == Owner.OTHERS) {
            return;
        }
        boolean active = Activity.isActive(sentence, i) || isRangeOfActive(sentence, i);
        boolean part = !active
                && (isAdded(sentence, i)
                        || whose.isLanguagePart(sentence, i)
                        || Activity.isPart(sentence, i, shape.equals(SizeShape.NAME) ? 2 : 5));
        boolean base = owner == Owner.BASE || isSource(sentence, i);
        String rule = base ? "base-size" : part ? "part-" + shape : isSweep(sentence, i) ? "sweep-" + shape : shape;
        into.add(Finding.number(active ? "activeParameters" : "parameters", value, "parameters", sentence, i, i, rule));
    }
}
