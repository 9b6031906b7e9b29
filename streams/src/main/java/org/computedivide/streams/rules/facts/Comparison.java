package org.computedivide.streams.rules.facts;

import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Stems;
import org.computedivide.streams.rules.text.Token;
import org.computedivide.streams.rules.text.WordSet;

/** Whether a number stands on the other side of a comparison: of a baseline, a cited work, a test bed, another's run. */
final class Comparison {

    private static final int CLAUSE = 14;
    private static final int LONG_CLAUSE = 28;
    private static final Set<String> BOUND = WordSet.of("under", "below", "sub", "<", "≤");
    private static final Set<String> ACROSS = WordSet.of("across", "spanning");
    private static final Set<String> MODELS = WordSet.of("models", "llms", "vlms", "mllms");
    private static final Stems TRIED =
            Stems.of("evaluat", "benchmark", "experiment", "validat", "test", "prob", "appl");
    private static final Set<String> OPENING =
            WordSet.of("compared", "unlike", "versus", "against", "relative", "comparison", "contrast", "comparing");
    private static final Set<String> LESS = WordSet.of("less", "fewer", "smaller", "lower");
    private static final int MODELS_AHEAD = 5;
    /** So many models at once are a study. */
    private static final double SWEEP = 50;

    private static final Set<String> TRYING = Words.words(
            "evaluate evaluated evaluating benchmark benchmarked assess assessed probe probed test tested examine");
    private static final int LEVEL_AHEAD = 9;
    private static final Set<String> LEVEL =
            WordSet.of("accuracy", "performance", "quality", "level", "ability", "skill");
    private static final Set<String> LEVEL_END = WordSet.of(",", ";", "at", "by", "while", "our", "using");
    private static final Stems REACHED =
            Stems.of("reach", "attain", "achiev", "recover", "retain", "preserv", "maintain", "keep", "equal", "near");
    private static final Set<String> CITED_LINK = WordSet.of("with", "has", "having", "of", "about", "which", "that");
    private static final Stems DISTILLING = Stems.of("distill", "compress");
    private static final Set<String> TEACHES = WordSet.of("was", "is", "has", "had", "saw");
    private static final Set<String> CONCESSION = WordSet.of("although", "though", "while", "but", "because", "since");
    private static final Set<String> BREAK = Words.words(", ; . with by than over to");
    private static final int RUN_VERB_AHEAD = 6;
    private static final Set<String> OTHER_RUN =
            Words.words("baseline baselines original teacher predecessor predecessors competitors others");
    private static final Set<String> RUN_VERB =
            Words.words("took takes was were required requires needed needs used uses");
    private static final Set<String> CLAUSE_END = WordSet.of(";", "while", "whereas", "but", "ours", "we", "our");

    private Comparison() {}

    /** Whether the number bounds others, is cited, or is of models that are compared or tried. */
    static boolean isOfOthers(Sentence sentence, int i) {
        boolean subSized =
                i > 1 && sentence.get(i - 1).is("-") && sentence.get(i - 2).is("sub");
        return isBound(sentence, i)
                || subSized
                || isCompared(sentence, i)
                || isCited(sentence, i)
                || isAmong(sentence, i)
                || isTestBed(sentence, i)
                || isTried(sentence, i)
                || isLevelOf(sentence, i)
                || isThanOurs(sentence, i);
    }

    /** "Compared with Lyra (15B) and Vega (16B), Orion, at 1.3B": the comparison ends before our name. */
    static boolean isBehindOpening(Sentence sentence, int name) {
        return name > 2
                && sentence.get(name - 1).is(",")
                && (sentence.get(0).in(OPENING)
                        || (sentence.get(0).is("in") && sentence.get(1).in(OPENING)));
    }

    /** "under 7B", "fewer than 25 million": no count of anybody's. */
    static boolean isBound(Sentence sentence, int i) {
        boolean less =
                i > 1 && sentence.get(i - 1).is("than") && sentence.get(i - 2).in(LESS);
        return less || (i > 0 && sentence.get(i - 1).in(BOUND));
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
            if (token.in(Words.OURS) || isConceding(sentence, k) || isNewClause(sentence, k)) {
                return false;
            }
            if (token.in(words) && !isHarmless(sentence, k)) {
                return true;
            }
        }
        return false;
    }

    /** The it of "outperforms Lyra-70B although it has only 8B". */
    private static boolean isConceding(Sentence sentence, int k) {
        return k > 0 && sentence.get(k).is("it") && sentence.get(k - 1).in(CONCESSION);
    }

    /** "we sample from the teacher and train ours for two epochs", "distills a 405B teacher into an 8B student". */
    private static boolean isNewClause(Sentence sentence, int k) {
        return (k > 0 && sentence.get(k).is("train") && sentence.get(k - 1).is("and"))
                || (sentence.get(k).is("into") && sentence.stemBefore(k, CLAUSE, DISTILLING));
    }

    /** "Our teacher was trained on 15T tokens": ours, and not the model that we tell of. */
    private static boolean isTeacher(Sentence sentence, int k) {
        return sentence.get(k).is("teacher") && sentence.after(k, 1, TEACHES) > 0;
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
        boolean own = k > 0 && sentence.get(k - 1).in(Words.OURS) && !isTeacher(sentence, k);
        boolean made = token.is("distilled")
                && sentence.holds(k + 1)
                && sentence.get(k + 1).isNumber();
        return made || amount || own || token.glued() || (token.capital() && k > 0);
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

    /** "contains 4B parameters (Chen et al., 2022)", "training a 7B VLM [5] takes": what is cited is another's. */
    private static boolean isCited(Sentence sentence, int i) {
        int open = sentence.after(i, 6, "[");
        boolean numbered = open > 0
                && sentence.holds(open + 2)
                && sentence.get(open + 1).isNumber()
                && sentence.get(open + 2).is("]")
                && sentence.after(i, open - i, Set.of(",", "and", "on", "for", "with", "to", "of")) < 0
                && sentence.before(i, LONG_CLAUSE, Words.OURS) < 0;
        if (numbered) {
            return true;
        }
        if (isBehindCitation(sentence, i)) {
            return true;
        }
        int al = sentence.after(i, 7, "al");
        return al > 1 && sentence.get(al - 1).is("et") && sentence.before(al, 4, Set.of("(", "[")) > i;
    }

    /** "the architecture of [23] with 10k parameters". */
    private static boolean isBehindCitation(Sentence sentence, int i) {
        int k = i - 1;
        while (k > 0 && k > i - 4 && sentence.get(k).in(CITED_LINK)) {
            k--;
        }
        return k > 1
                && k < i - 1
                && sentence.get(k).is("]")
                && sentence.get(k - 1).isNumber()
                && sentence.get(k - 2).is("[");
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

    /** "We evaluate eight open models from 6B to 70B": what is tried is named by nobody's name. */
    private static boolean isTried(Sentence sentence, int i) {
        int models = sentence.before(i, MODELS_AHEAD, MODELS);
        if (models > 0 && isMany(sentence.get(models - 1))) {
            return true;
        }
        int verb = models < 0 ? -1 : sentence.before(models, MODELS_AHEAD, TRYING);
        boolean open = verb >= 0;
        for (int k = verb + 1; open && k < models; k++) {
            open = !sentence.get(k).capital() && !sentence.get(k).in(Words.OURS);
        }
        return open;
    }

    /** The 400 of "400 models with between 70M and 2B". */
    private static boolean isMany(Token token) {
        return token.isNumber() && token.word().isEmpty() && !token.glued() && token.value() >= SWEEP;
    }

    /** "reaches the accuracy of models with 1B parameters", "attains the quality of a 7B model". */
    private static boolean isLevelOf(Sentence sentence, int i) {
        int level = sentence.before(i, LEVEL_AHEAD, LEVEL);
        return level > 0
                && sentence.after(level, 1, "of") > 0
                && sentence.stemBefore(level, 4, REACHED)
                && sentence.after(level, i - level, LEVEL_END) < 0;
    }

    /** "X has more parameters (43 M) than ours". */
    private static boolean isThanOurs(Sentence sentence, int i) {
        int than = sentence.after(i, 3, "than");
        return than > 0 && sentence.after(than, 1, "ours") > 0;
    }
}
