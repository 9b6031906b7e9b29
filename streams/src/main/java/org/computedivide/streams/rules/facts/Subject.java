package org.computedivide.streams.rules.facts;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.text.Prose;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Stems;
import org.computedivide.streams.rules.text.Token;
import org.computedivide.streams.rules.text.WordSet;
import org.jspecify.annotations.Nullable;

/** The names under which an observation speaks of its own model. */
final class Subject {

    private static final Stems INTRODUCTIONS = Stems.of(
            "introduc",
            "present",
            "propos",
            "announc",
            "releas",
            "develop",
            "call",
            "dub",
            "name",
            "unveil",
            "launch",
            "open");
    private static final int WORDS_AFTER = 8;
    private static final int OPENING = 12;
    private static final int ABBREVIATED = 12;
    private static final Set<String> OUR = WordSet.of("our");
    private static final Set<String> DEFINES = WordSet.of("is", "are", "family");
    private static final List<String> HUBS = List.of(
            "https://huggingface.co/spaces/",
            "https://huggingface.co/",
            "https://modelscope.cn/models/",
            "https://github.com/");
    private static final Set<String> OPEN = WordSet.of(",", "(");
    private static final Set<String> CLOSE = WordSet.of(",", ")", ".");
    private static final Set<String> JUDGED = Words.words("""
            better worse more less larger smaller faster slower stronger superior inferior good best strong only still not much
            far slightly significantly unable limited""");
    private static final Set<String> NOT_A_NAME = Words.words("""
            we the a an our this in it for with of and as by to at on is are large language model models ai llm llms moe gpu
            nlp apache license new open source chat base instruct hf pre training learning hugging face from vision vl coder
            math omni audio embedding gpus tpu tpus cpu cpus nvidia a100 h100 v100 h800 a800 h20 cloud amd google mini small medium flash pro max thinking reasoning nano micro tiny large xl xxl huge giant ultra lite series suite family based
            pretraining posttraining mid midtraining annealing cooldown stage phase total number active activated context length architecture layers heads
            data tokens trained corpus dataset hardware type name task active compute time used hours gpu-hours
            size sub non parameter parameters scale params net nets flop flops tflop tflops gflop gflops pflop pflops petaflops exaflops mfu hfu sota iter iters step steps epoch epochs min mins hour hours day days
            kwh mwh gwh tco2eq""");

    private static final int SENSES = 4;
    private static final Set<String> SENSE = Words.words(
            "multimodal vision visual video image images speech audio omnimodal omni vl vla vlm vlms mllm lvlm robot robotic");
    private static final Set<String> CONCEDING =
            Words.words("although though while whereas since when if despite however where because as but once given");

    private final Set<String> words;
    private final Prose title;
    private final Prose text;
    private @Nullable Boolean multimodal;

    private Subject(Set<String> words, Prose title, Prose text) {
        this.words = words;
        this.title = title;
        this.text = text;
    }

    /** Whether the observation is about a model that sees or hears, of which a language model is a part. */
    boolean isMultimodal() {
        // Few ask, so it is looked up when the first one does.
        if (multimodal == null) {
            multimodal = title.sentences().stream().anyMatch(Subject::isOfSenses)
                    || text.sentences().stream().limit(SENSES).anyMatch(Subject::isOfSenses);
        }
        return multimodal;
    }

    static Subject of(Prose title, Prose repository, Prose text) {
        Set<String> words = new HashSet<>();
        title.sentences().forEach(sentence -> addNames(sentence, 0, sentence.size(), words, true));
        title.sentences().stream().limit(1).forEach(sentence -> addHeading(sentence, words));
        repository.sentences().forEach(sentence -> addNames(sentence, 0, sentence.size(), words, false));
        text.sentences().forEach(sentence -> addIntroduced(sentence, words));
        text.sentences().forEach(sentence -> addAbbreviated(sentence, words));
        text.sentences().stream().limit(OPENING).forEach(sentence -> addDefined(sentence, words));
        return new Subject(words, title, text);
    }

    private static boolean isOfSenses(Sentence sentence) {
        return sentence.after(-1, Sentence.WIDE, SENSE) >= 0;
    }

    /** The name of a repository without its owner; empty for ids that are none. */
    static Prose repository(Observation observation) {
        String id = observation.getNativeId();
        boolean isName = id.indexOf('/') > 0 && id.indexOf("://") < 0 && id.indexOf('/') == id.lastIndexOf('/');
        return Prose.of(isName ? id.substring(id.indexOf('/') + 1) : ofAddress(id));
    }

    /** The repository's name in the address of a page of a hub; empty for other addresses. */
    private static String ofAddress(String id) {
        String host = HUBS.stream().filter(id::startsWith).findFirst().orElse("");
        String[] parts = id.substring(host.length()).split("/", -1);
        return host.isEmpty() || parts.length != 2 ? "" : parts[1];
    }

    /** "s1: Simple test-time scaling": the one word in front of a colon is a name, whatever its letters. */
    private static void addHeading(Sentence sentence, Set<String> into) {
        if (sentence.size() > 2 && sentence.get(1).is(":") && isName(sentence.get(0))) {
            into.add(stem(sentence.get(0).word()));
        }
    }

    /** "our verifier, the Outcome-supervised Value Model (OVM)". */
    private static void addAbbreviated(Sentence sentence, Set<String> into) {
        for (int i = 2; i + 1 < sentence.size(); i++) {
            boolean alone = sentence.get(i - 1).is("(") && sentence.get(i + 1).is(")");
            if (alone
                    && sentence.get(i).capital()
                    && isName(sentence.get(i))
                    && sentence.before(i, ABBREVIATED, OUR) >= 0
                    && sentence.before(i, ABBREVIATED, Words.COMPARISON) < 0) {
                into.add(stem(sentence.get(i).word()));
            }
        }
    }

    private static void addIntroduced(Sentence sentence, Set<String> into) {
        for (int i = 0; i < sentence.size(); i++) {
            if (isIntroduction(sentence.get(i))) {
                addNames(sentence, i + 1, i + 1 + WORDS_AFTER, into, true);
                addAbbreviation(sentence, i, into);
            }
        }
    }

    /** "We introduce Bidirectional Training in largER Scale, BITTERS,": a word of capitals alone between marks. */
    private static void addAbbreviation(Sentence sentence, int verb, Set<String> into) {
        for (int k = verb + 2; k <= verb + 2 * WORDS_AFTER && sentence.holds(k + 1); k++) {
            if (sentence.get(k).in(Words.COMPARISON)) {
                return;
            }
            boolean alone = sentence.get(k - 1).in(OPEN) && sentence.get(k + 1).in(CLOSE);
            if (alone && isName(sentence.get(k)) && isAllCapital(sentence.written(k))) {
                into.add(stem(sentence.get(k).word()));
                return;
            }
        }
    }

    private static boolean isAllCapital(String written) {
        return written.length() > 2 && written.chars().noneMatch(Character::isLowerCase);
    }

    /** "X is a …", "The X family of …" at the beginning of a sentence. */
    private static void addDefined(Sentence sentence, Set<String> into) {
        int is = sentence.after(-1, WORDS_AFTER, DEFINES);
        if (is > 0
                && isDefinition(sentence, is)
                && sentence.before(is, is, Words.COMPARISON) < 0
                && !sentence.get(0).in(CONCEDING)) {
            addNames(sentence, 0, is, into, true);
        }
    }

    /** "X is a …", but not "X is better at …". */
    private static boolean isDefinition(Sentence sentence, int is) {
        return !sentence.holds(is + 1) || !sentence.get(is + 1).in(JUDGED);
    }

    private static boolean isIntroduction(Token token) {
        return token.kind() == Token.Kind.WORD && INTRODUCTIONS.begin(token.word());
    }

    private static void addNames(Sentence sentence, int from, int to, Set<String> into, boolean capitalOnly) {
        for (int k = from; k < Math.min(to, sentence.size()); k++) {
            Token token = sentence.get(k);
            if (token.in(Words.COMPARISON) || token.in(Words.BASE_MARK)) {
                return;
            }
            if (isName(token) && (!capitalOnly || token.capital())) {
                into.add(stem(token.word()));
            }
        }
    }

    private static boolean isName(Token token) {
        return token.kind() == Token.Kind.WORD
                && token.end() - token.start() > 1
                && !token.in(NOT_A_NAME)
                && Character.isLetter(token.word().charAt(0));
    }

    /** A name without the digits behind it: qwen3 and qwen2 are qwen. */
    private static String stem(String word) {
        int end = word.length();
        while (end > 0 && Character.isDigit(word.charAt(end - 1))) {
            end--;
        }
        return end >= 3 ? word.substring(0, end) : word;
    }

    /** Whether a word of a name is the head of one of our names, another's, or says nothing. */
    Whose.Owner head(Token token) {
        if (!isName(token)) {
            return Whose.Owner.UNKNOWN;
        }
        return words.contains(stem(token.word())) ? Whose.Owner.OURS : Whose.Owner.OTHERS;
    }
}
