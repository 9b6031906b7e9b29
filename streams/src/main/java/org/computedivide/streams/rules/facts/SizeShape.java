package org.computedivide.streams.rules.facts;

import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Token;
import org.computedivide.streams.rules.text.WordSet;

/** In which shape a number says that it counts parameters; empty when it does not. */
final class SizeShape {

    static final String STATED = "parameters-stated";
    static final String SIZE = "parameters-size";
    static final String NAME = "name-size";
    static final String MIXTURE = "mixture-size";

    private static final int QUALIFIERS = 6;
    private static final double LEAST_ACTIVE = 1e7;
    private static final double LARGEST_IN_NAME = 5e12;
    private static final double SMALLEST_IN_NAME = 1e6;
    private static final Set<String> SIZES = WordSet.of("size", "sizes", "scale", "scales", "available");
    private static final Set<String> CONNECTOR = Words.words("""
            : = is of to | * ( size count about approximately ~ ≈ 为 是 约 达 量 数 in total at - around are was num number up
            scale scales model over from ranging trainable amounts amount amounting reaches reach reaching being roughly nearly
            just only counts equals grows grew increases increased rises rose""");

    private static final Set<String> WEIGHTS = WordSet.of("parameters", "weights", "params");
    private static final Set<String> CLAUSE_MARK = WordSet.of(",", ";", "(", "and");
    private static final Set<String> ASIDE_END = WordSet.of(",", "it", "we", ")", "this", "our");
    private static final Set<String> AGAIN = WordSet.of("namely", "viz");
    private static final Set<String> LEARNERS = WordSet.of("students", "student", "networks", "policies", "agents");
    private static final int KINDS = 4;
    private static final int NAME_AND_MODEL = 4;
    private static final Set<String> ARTICLE = WordSet.of("a", "an", "the", "our");

    private static final Set<String> BETWEEN =
            Words.words("and or to on with over in for from of at per by than as is are");
    private static final Set<String> OPENING = Words.words("a an the our this its with at using in on of for and");

    private SizeShape() {}

    /** "340,908 connections but only 60,000 parameters": weights that are shared are counted once. */
    private static boolean isOfWires(Sentence sentence, int unit) {
        return sentence.get(unit).is("connections") && sentence.near(unit, WEIGHTS);
    }

    /** The 15k of "dolly-15k_de". */
    private static boolean isInName(Token token) {
        return token.glued() && (token.word().isEmpty() || token.word().equals("k"));
    }

    static String of(Sentence sentence, int i) {
        Token token = sentence.get(i);
        int unit = skip(sentence, i, Words.QUALIFIER, QUALIFIERS);
        if (sentence.holds(unit) && sentence.get(unit).in(Words.PARAMETER)) {
            return isOfWires(sentence, unit) || isInName(token) ? "" : STATED;
        }
        if (OtherUnit.isBehind(sentence, i)) {
            return "";
        }
        if (Elided.isSize(sentence, i)
                || isCountedBefore(sentence, i)
                || isOutOf(sentence, i)
                || isOfOurs(sentence, i)
                || isOfSide(sentence, i)
                || Versus.isOfParameters(sentence, i)
                || TotalActive.isTotal(sentence, i)
                || TotalActive.isActive(sentence, i)) {
            return STATED;
        }
        if (token.value() >= LEAST_ACTIVE && !token.glued() && Activity.isSaidOf(sentence, i)) {
            return STATED;
        }
        boolean letter = token.hasLetter() && !token.word().equals("k");
        return letter && token.value() >= SMALLEST_IN_NAME ? ofLetter(sentence, i) : "";
    }

    private static String ofLetter(Sentence sentence, int i) {
        Token token = sentence.get(i);
        boolean huge = token.value() > LARGEST_IN_NAME;
        if (Activity.isWholeOfNext(sentence, i)) {
            return STATED;
        }
        if (sentence.holds(i + 1)
                && (sentence.get(i + 1).is("total") || sentence.get(i + 1).in(Words.ACTIVE))) {
            return STATED;
        }
        if (token.glued()) {
            return huge || DataSetNames.isKnown(sentence, i, 3) || DataSetNames.isOne(sentence, i) ? "" : NAME;
        }
        if (isSized(sentence, i)) {
            return SIZE;
        }
        return !huge && isBehindName(sentence, i) ? NAME : "";
    }

    /** "a 70B model", "in 7B and 13B sizes", "six models (1.5B, 7B", "a model in 70B". */
    private static boolean isSized(Sentence sentence, int i) {
        int model = skip(sentence, i, Words.BETWEEN_SIZE_AND_MODEL, 6);
        if (sentence.holds(model) && sentence.get(model).in(Words.MODEL)) {
            return true;
        }
        if (isAside(sentence, i) || isSaidAgain(sentence, i)) {
            return true;
        }
        boolean ours = i > 0 && sentence.get(i - 1).is("our");
        if (ours || isDescribed(sentence, i)) {
            return true;
        }
        int name = nameBehind(sentence, i);
        if (name > 0 && sentence.after(name, NAME_AND_MODEL, Words.MODEL) > 0) {
            return true;
        }
        int sizes = sentence.before(i, 14, SIZES);
        boolean list = sizes >= 0 && !sentence.get(sizes).glued();
        boolean in = i > 1
                && sentence.get(i - 1).in(Set.of("in", "of", "at", "("))
                && (sentence.get(i - 2).in(Words.MODEL) || sentence.get(i - 2).in(LEARNERS))
                && !sentence.get(i - 2).glued();
        return list || in;
    }

    /** "our largest model, namely 450B", "our largest model, namely Orion-XL, 450B". */
    private static boolean isSaidAgain(Sentence sentence, int i) {
        int name = i > 1 && sentence.get(i - 1).is(",") ? NameInFront.of(sentence, i) : -1;
        int k = (name < 0 ? i : name) - 1;
        while (k > 0 && (sentence.get(k).is(",") || sentence.get(k).is("."))) {
            k--;
        }
        boolean again =
                k > 0 && (sentence.get(k).in(AGAIN) || (sentence.get(k).is("e") && sentence.before(k, 2, "i") >= 0));
        return again && sentence.before(k, NAME_AND_MODEL, Words.MODEL) >= 0;
    }

    /** "Orion, at 1.3B, is smaller", "at 0.6B it is a tenth of Orion": billions behind "at" where a clause begins. */
    private static boolean isAside(Sentence sentence, int i) {
        boolean at =
                i > 0 && sentence.get(i - 1).is("at") && sentence.get(i).word().equals("b");
        boolean begins = at && (i == 1 || sentence.get(i - 2).in(CLAUSE_MARK));
        return begins && sentence.after(i, 1, ASIDE_END) > 0;
    }

    /** "Llama 3.1 405B", "Gemma 3 (27B)", "OpenChat 3.5-7B", "30B-Lazarus". */
    private static boolean isBehindName(Sentence sentence, int i) {
        int k = i - 1;
        if (k >= 0
                && (sentence.get(k).is("(")
                        || sentence.get(k).is("-")
                        || sentence.get(k).is("+"))) {
            k--;
        }
        if (k > 0 && isVersion(sentence.get(k))) {
            k -= sentence.get(k).glued() && k > 1 && sentence.get(k - 1).is("-") ? 2 : 1;
        }
        boolean behind =
                k >= 0 && (isName(sentence.get(k)) || (k > 0 && sentence.get(k).glued()));
        boolean before = (sentence.holds(i + 2) && sentence.get(i + 1).is("-") && isName(sentence.get(i + 2)))
                || (i > 0 && sentence.get(i - 1).is("our") && sentence.holds(i + 1) && isName(sentence.get(i + 1)));
        return (behind && !DataSetNames.isKnown(sentence, i, 4)) || before;
    }

    /** "a 2.6B latent diffusion model": small words say of what kind the model is. */
    private static boolean isDescribed(Sentence sentence, int i) {
        if (i == 0 || !sentence.get(i - 1).in(ARTICLE)) {
            return false;
        }
        for (int k = i + 1; k <= i + KINDS && sentence.holds(k); k++) {
            Token token = sentence.get(k);
            if (token.in(Words.MODEL)) {
                return true;
            }
            if (token.kind() != Token.Kind.WORD || token.capital() || token.in(BETWEEN) || token.in(Words.PART)) {
                return false;
            }
        }
        return false;
    }

    /** First token of a name right behind the number: "a 770M T5 model", "the 70-billion-parameter Llama 2"; -1 when there is none. */
    static int nameBehind(Sentence sentence, int i) {
        int k = i + 1;
        while (sentence.holds(k)
                && k <= i + 3
                && (sentence.get(k).is("-") || sentence.get(k).in(Words.PARAMETER))) {
            k++;
        }
        boolean name = sentence.holds(k)
                && sentence.get(k).kind() == Token.Kind.WORD
                && sentence.get(k).capital()
                && sentence.end(i, i) < sentence.start(k, k);
        return name ? k : -1;
    }

    private static boolean isVersion(Token token) {
        return (token.isNumber() && token.word().isEmpty() && token.value() < 100) || token.is("+");
    }

    private static boolean isName(Token token) {
        return token.kind() == Token.Kind.WORD && ((token.capital() && !token.in(OPENING)) || isNumbered(token.word()));
    }

    /** A name in small letters: llama2. */
    private static boolean isNumbered(String word) {
        return word.length() > 3
                && Character.isLetter(word.charAt(0))
                && Character.isDigit(word.charAt(word.length() - 1));
    }

    /** "parameters: 7B", "number of parameters is 7 billion", "total parameters of X is 14B", "参数量为70亿". */
    private static boolean isCountedBefore(Sentence sentence, int i) {
        boolean linked = false;
        for (int k = i - 1; k >= Math.max(0, i - 9); k--) {
            Token token = sentence.get(k);
            if (token.in(Words.PARAMETER)) {
                return linked || (k == i - 1 && !sentence.get(i).word().isEmpty());
            }
            linked |= token.in(CONNECTOR);
            boolean other = !token.in(CONNECTOR) && !isName(token) && !(token.isNumber() && token.glued());
            if (other && !(token.isNumber() && sentence.get(i - 1).is("to"))) {
                return false;
            }
        }
        return false;
    }

    /** "39B active parameters out of 141B". */
    private static boolean isOutOf(Sentence sentence, int i) {
        return i > 3
                && sentence.get(i - 1).is("of")
                && sentence.get(i - 2).is("out")
                && sentence.before(i, 7, Words.PARAMETER) >= 0;
    }

    /** "a larger number of parameters (43 M) than ours (16 M)". */
    private static boolean isOfOurs(Sentence sentence, int i) {
        return i > 1
                && sentence.get(i - 1).is("(")
                && sentence.get(i - 2).is("ours")
                && sentence.before(i, Sentence.WIDE, Words.PARAMETER) >= 0;
    }

    /** "37M parameters for Lyra vs. 35M for Orion". */
    private static boolean isOfSide(Sentence sentence, int i) {
        return sentence.after(i, 1, "for") > 0
                && sentence.before(i, 7, Set.of("vs", "versus", "and")) >= 0
                && sentence.before(i, 10, Words.PARAMETER) >= 0;
    }

    /** First token behind i that is none of the words; what stands in parentheses is passed over. */
    static int skip(Sentence sentence, int i, Set<String> words, int most) {
        int k = i + 1;
        while (sentence.holds(k) && k - i <= most) {
            Token token = sentence.get(k);
            boolean model = words.equals(Words.BETWEEN_SIZE_AND_MODEL) && token.in(Words.MODEL);
            if (model) {
                return k;
            }
            if (token.is("(")) {
                k = closing(sentence, k);
            } else if (!token.in(words)) {
                return k;
            }
            k++;
        }
        return k;
    }

    private static int closing(Sentence sentence, int open) {
        int close = sentence.after(open, 8, ")");
        return close < 0 ? open : close;
    }
}
