package org.computedivide.streams.rules.kind;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.computedivide.streams.rules.names.Folded;
import org.computedivide.streams.rules.text.Stems;
import org.computedivide.streams.rules.text.WordSet;

/**
 * What is looked at to tell whether a paper announces a model: the words of its title; the words behind "we introduce",
 * and the last of them; words that speak of making and releasing ({@code paper-words.csv}); and how the paper uses the
 * name before the colon of its title. Words of the subject are left out of the text, since subjects come and go.
 *
 * <p>Features are words with a prefix that says where they stood: {@code t:} title, {@code b:} text, {@code o:} thing
 * made, {@code h:} its last word, {@code 1:} the last word of the first thing made, {@code v:} verb, {@code n:} uses of
 * the name, {@code a:} and {@code p:} words behind and before those, {@code e:} ending of the name, {@code T:} shape of the
 * title.
 */
public final class PaperFeatures {

    private static final int ABSTRACT = 6_000;
    private static final int TITLE = 400;
    private static final int THINGS = 4;
    private static final int VERB_WITHIN = 8;
    private static final int THING = 26;
    private static final int USES = 4;
    private static final int AROUND = 48;
    private static final int PHRASE = 140;
    private static final int WORDS_BEHIND = 3;

    private static final List<String> VERBS = List.of(
            "introduc",
            "present",
            "releas",
            "open-sourc",
            "propos",
            "develop",
            "describ",
            "train",
            "build",
            "built",
            "design",
            "announc",
            "unveil",
            "report",
            "creat",
            "provid",
            "offer");
    private static final Stems BEGINNINGS = Stems.of(VERBS.toArray(String[]::new));
    /** Where the name of the thing ends and its purpose begins. */
    private static final Set<String> END = WordSet.of(
            "that",
            "which",
            "to",
            "for",
            "by",
            "via",
            "where",
            "designed",
            "based",
            "using",
            "with",
            "on",
            "built",
            "from",
            "in",
            "capable",
            "trained",
            "of",
            "whose",
            "achieving",
            "aimed",
            "tailored",
            "developed",
            "combining",
            "integrating",
            ".",
            ";",
            ":",
            "!",
            "?");

    private static final Set<String> INNER = Set.of(",", "(", ")");
    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");

    private PaperFeatures() {}

    /** The features of a paper by its title and abstract, without repetition, in the order of the text. */
    public static Set<String> of(String title, String text) {
        String head = title.length() > TITLE ? title.substring(0, TITLE) : title;
        String body = text.length() > ABSTRACT ? text.substring(0, ABSTRACT) : text;
        var features = new LinkedHashSet<String>();
        addTitle(features, head, body);
        addText(features, PaperWords.of(body));
        return features;
    }

    /** The features of one sentence of the text. */
    static Set<String> ofSentence(String sentence) {
        var features = new LinkedHashSet<String>();
        addText(features, PaperWords.of(sentence));
        return features;
    }

    private static void addTitle(Set<String> features, String title, String body) {
        List<String> words = PaperTokens.of(title);
        words.removeIf(INNER::contains);
        addPairs(features, "t:", words);
        int colon = title.indexOf(':');
        String name = colon > 0 ? title.substring(0, colon).strip() : "";
        PaperSense.addTitle(
                features,
                colon > 0 ? PaperTokens.of(title.substring(colon + 1)) : words,
                letters(name),
                !name.isEmpty());
        if (!name.isEmpty()) {
            features.add("T:words " + Math.min(4, name.split("\\s+", 5).length));
            addUses(features, body, name);
            addShape(features, name);
            if (name.chars().anyMatch(Character::isDigit)) {
                features.add("T:digit");
            }
        }
    }

    /** How often the text uses the name, and the words that stand around it: what it is and what it does. */
    private static void addUses(Set<String> features, String body, String name) {
        int uses = 0;
        for (int at = body.indexOf(name); at >= 0 && uses < USES; at = body.indexOf(name, at + name.length())) {
            uses++;
            int end = at + name.length();
            List<String> behind = PaperTokens.of(body.substring(end, Math.min(body.length(), end + AROUND)));
            List<String> before = PaperTokens.of(body.substring(Math.max(0, at - AROUND), at));
            PaperSense.addUse(features, PaperTokens.of(body.substring(end, Math.min(body.length(), end + PHRASE))));
            for (int i = 0; i < Math.min(behind.size() - 1, WORDS_BEHIND); i++) {
                features.add("a:" + behind.get(i));
            }
            if (!before.isEmpty()) {
                features.add("p:" + before.get(before.size() - 1));
            }
        }
        features.add("n:" + Math.min(uses, 3));
    }

    /** How the name ends: makers of models name them after their kind ("…LM", "…BERT", "…VLA"). */
    private static void addShape(Set<String> features, String name) {
        String letters = letters(name);
        for (int length = 2; length <= 4; length++) {
            if (letters.length() > length) {
                features.add("e:" + letters.substring(letters.length() - length));
            }
        }
    }

    private static String letters(String name) {
        return name.isEmpty() ? "" : NO_LETTERS.matcher(Folded.lower(name)).replaceAll("");
    }

    private static void addText(Set<String> features, PaperWords words) {
        String last = "";
        for (int i = 0; i < words.size(); i++) {
            String word = words.is(i, PaperWords.TELLING) ? words.get(i) : "";
            if (!word.isEmpty()) {
                features.add("b:" + word);
                if (!last.isEmpty()) {
                    features.add("b:" + last + " " + word);
                }
            }
            last = word;
        }
        addThings(features, words);
        PaperSense.addText(features, words);
    }

    private static void addThings(Set<String> features, PaperWords words) {
        int things = 0;
        int i = 0;
        while (i < words.size() && things < THINGS) {
            int verb = words.is(i, PaperWords.MAKER) ? verbBehind(words, i) : -1;
            if (verb < 0) {
                i++;
            } else {
                i = addThing(features, words.all(), verb, things == 0);
                things++;
            }
        }
        if (things == 0) {
            features.add("o:none");
        }
    }

    private static int verbBehind(PaperWords words, int maker) {
        int end = Math.min(words.size(), maker + 1 + VERB_WITHIN);
        for (int i = maker + 1; i < end && !words.is(i, PaperWords.STOP); i++) {
            if (!verb(words.get(i)).isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    /** The verb that a word is a form of; empty when it is none. */
    private static String verb(String word) {
        if (!BEGINNINGS.begin(word)) {
            return "";
        }
        return VERBS.stream().filter(word::startsWith).findFirst().orElse("");
    }

    private static int addThing(Set<String> features, List<String> words, int verb, boolean first) {
        var thing = new ArrayList<String>();
        int i = verb + 1;
        int end = Math.min(words.size(), verb + THING);
        while (i < end && (thing.isEmpty() || !END.contains(words.get(i)))) {
            if (!INNER.contains(words.get(i))) {
                thing.add(words.get(i));
            }
            i++;
        }
        String made = verb(words.get(verb));
        features.add("v:" + made);
        addPairs(features, "o:", thing);
        PaperSense.addThing(features, made, thing, first);
        PaperSense.addName(features, words, verb);
        if (!thing.isEmpty()) {
            String head = thing.get(thing.size() - 1);
            features.add("h:" + head);
            features.add("v:" + made + " " + head);
            if (first) {
                features.add("1:" + head);
            }
        }
        return i;
    }

    private static void addPairs(Set<String> features, String prefix, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            features.add(prefix + words.get(i));
            if (i > 0) {
                features.add(prefix + words.get(i - 1) + " " + words.get(i));
            }
        }
    }
}
