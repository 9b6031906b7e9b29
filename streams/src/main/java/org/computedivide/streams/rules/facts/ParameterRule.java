package org.computedivide.streams.rules.facts;

import java.util.List;
import org.computedivide.streams.rules.facts.Whose.Owner;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Token;

/** Reads total and active parameters: "405B parameters", "a 70B model", "Llama-3.1-8B", "参数量为70亿", "7B, 13B and 70B". */
final class ParameterRule implements Rule {

    private static final int QUALIFIERS = 5;
    private static final double FEWEST = 1000;

    private final Whose whose;

    ParameterRule(Whose whose) {
        this.whose = whose;
    }

    @Override
    public void read(Sentence sentence, List<Finding> into) {
        String following = "";
        for (int i = sentence.size() - 1; i >= 0; i--) {
            Token token = sentence.get(i);
            if ((token.isNumber() && token.value() >= FEWEST) || isListed(sentence, i)) {
                String rule = rule(sentence, i);
                if (rule.isEmpty() && isListed(sentence, i)) {
                    rule = following;
                }
                following = rule;
                emit(sentence, i, rule, into);
            }
        }
    }

    private void emit(Sentence sentence, int i, String rule, List<Finding> into) {
        double value = value(sentence, i);
        if (rule.isEmpty() || value < FEWEST) {
            return;
        }
        Owner owner = whose.of(sentence, i);
        if (owner == Owner.OTHERS) {
            return;
        }
        boolean active = isActive(sentence, i);
        boolean part = !active && isPart(sentence, i);
        String suffix = owner == Owner.BASE ? "base-size" : part ? "part-" + rule : rule;
        into.add(Finding.number(
                active ? "activeParameters" : "parameters", value, "parameters", sentence, i, i, suffix));
    }

    private static double value(Sentence sentence, int i) {
        Token token = sentence.get(i);
        if (!token.word().isEmpty() || token.value() >= FEWEST) {
            return token.value();
        }
        int next = nextInList(sentence, i);
        return sentence.holds(next) ? token.value() * unit(sentence.get(next).word()) : token.value();
    }

    private static double unit(String magnitude) {
        return switch (magnitude) {
            case "b", "billion", "bn" -> 1e9;
            case "m", "million" -> 1e6;
            case "t", "trillion" -> 1e12;
            default -> 1;
        };
    }

    private static String rule(Sentence sentence, int i) {
        Token token = sentence.get(i);
        int unit = skip(sentence, i, Words.QUALIFIER, QUALIFIERS);
        if (sentence.holds(unit) && sentence.get(unit).in(Words.PARAMETER) && !isRate(sentence, unit)) {
            return "parameters-stated";
        }
        if (isNamedBefore(sentence, i)) {
            return "parameters-stated";
        }
        if (!token.hasLetter() || token.word().equals("k") || isOtherUnit(sentence, i)) {
            return "";
        }
        if (token.glued()) {
            return "name-size";
        }
        return sizeRule(sentence, i);
    }

    private static String sizeRule(Sentence sentence, int i) {
        int model = skip(sentence, i, Words.BETWEEN_SIZE_AND_MODEL, 6);
        boolean direct = sentence.holds(model) && sentence.get(model).in(Words.MODEL);
        if (direct || sentence.after(i, 2, Words.MODEL) >= 0) {
            return "parameters-size";
        }
        boolean afterName = i > 0
                && sentence.get(i - 1).kind() == Token.Kind.WORD
                && sentence.get(i - 1).capital();
        boolean afterVersion =
                i > 1 && sentence.get(i - 1).isNumber() && sentence.get(i - 2).capital();
        return sentence.get(i).value() >= 1e7 && (afterName || afterVersion) ? "name-size" : "";
    }

    /** "parameters: 7B", "number of parameters is 7 billion", "参数量为70亿". */
    private static boolean isNamedBefore(Sentence sentence, int i) {
        int k = i - 1;
        for (int n = 0; n < 5 && k >= 0; k--, n++) {
            Token token = sentence.get(k);
            if (token.in(Words.PARAMETER) || (token.is("size") && sentence.before(k, 1, Words.MODEL) >= 0)) {
                return !isOtherUnit(sentence, i);
            }
            if (!isConnector(token)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isConnector(Token token) {
        return switch (token.word()) {
            case ":",
                    "=",
                    "is",
                    "of",
                    "to",
                    "|",
                    "*",
                    "(",
                    "size",
                    "count",
                    "about",
                    "approximately",
                    "~",
                    "≈",
                    "为",
                    "是",
                    "约",
                    "达",
                    "量",
                    "数",
                    "in",
                    "total",
                    "at",
                    "-" -> !token.isNumber();
            default -> false;
        };
    }

    private static boolean isOtherUnit(Sentence sentence, int i) {
        int unit = skip(sentence, i, Words.BETWEEN_NUMBER_AND_TOKEN, 4);
        return sentence.holds(unit)
                && (sentence.get(unit).in(Words.TOKEN)
                        || switch (sentence.get(unit).word()) {
                            case "images",
                                    "image",
                                    "samples",
                                    "pairs",
                                    "words",
                                    "examples",
                                    "frames",
                                    "usd",
                                    "dollars",
                                    "bytes",
                                    "documents",
                                    "pages",
                                    "videos",
                                    "hours",
                                    "sequences",
                                    "steps",
                                    "users",
                                    "molecules",
                                    "edges",
                                    "nodes",
                                    "points",
                                    "residues",
                                    "proteins",
                                    "sentences",
                                    "characters",
                                    "downloads",
                                    "%",
                                    "captions",
                                    "clips",
                                    "entries" -> true;
                            default -> false;
                        });
    }

    /** Comes first in "7B, 13B and 70B". */
    private static boolean isListed(Sentence sentence, int i) {
        Token token = sentence.get(i);
        int next = nextInList(sentence, i);
        return token.isNumber()
                && sentence.holds(next)
                && !token.word().equals("spelled")
                && (token.word().equals(sentence.get(next).word())
                        || token.word().isEmpty()
                        || token.hasLetter());
    }

    private static int nextInList(Sentence sentence, int i) {
        int k = i + 1;
        int steps = 0;
        while (sentence.holds(k) && steps < 4 && isSeparator(sentence.get(k))) {
            k++;
            steps++;
        }
        boolean listed = steps > 0
                && sentence.holds(k)
                && sentence.get(k).isNumber()
                && unit(sentence.get(k).word()) > 1;
        return listed ? k : -1;
    }

    private static boolean isSeparator(Token token) {
        return switch (token.word()) {
            case ",", "/", "and", "or", "&", "to", "*", "-", "–", "through", "through-", "|" -> !token.isNumber();
            default -> false;
        };
    }

    private static boolean isRate(Sentence sentence, int unit) {
        return sentence.after(unit, 1, java.util.Set.of("per")) >= 0
                && sentence.after(unit, 2, java.util.Set.of("second")) >= 0;
    }

    private static boolean isActive(Sentence sentence, int i) {
        int params = sentence.after(i, 6, Words.PARAMETER);
        int before = sentence.before(i, 4, Words.ACTIVE);
        if (before >= 0 && !crossesNumber(sentence, before, i)) {
            return true;
        }
        int after = sentence.after(i, params < 0 ? 2 : params - i + 5, Words.ACTIVE);
        return after >= 0 && !crossesNumber(sentence, i + 1, after);
    }

    private static boolean crossesNumber(Sentence sentence, int from, int to) {
        for (int k = from; k < to; k++) {
            if (sentence.get(k).isNumber()
                    || sentence.get(k).is(",")
                    || sentence.get(k).is(";")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPart(Sentence sentence, int i) {
        int part = sentence.before(i, 5, Words.PART);
        if (part >= 0 && !crossesNumber(sentence, part, i)) {
            return true;
        }
        int params = skip(sentence, i, Words.QUALIFIER, QUALIFIERS);
        int after = sentence.after(sentence.holds(params) ? params : i, 4, Words.PART);
        return after >= 0 && !crossesNumber(sentence, i + 1, after);
    }

    /** First token behind i that is none of the words. */
    private static int skip(Sentence sentence, int i, java.util.Set<String> words, int most) {
        int k = i + 1;
        while (sentence.holds(k) && k - i <= most && sentence.get(k).in(words)) {
            if (words.contains(sentence.get(k).word())
                    && sentence.get(k).in(Words.MODEL)
                    && words == Words.BETWEEN_SIZE_AND_MODEL) {
                return k;
            }
            k++;
        }
        return k;
    }
}
