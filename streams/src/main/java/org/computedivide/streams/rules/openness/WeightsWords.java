package org.computedivide.streams.rules.openness;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.computedivide.streams.rules.Sentences;
import org.computedivide.streams.rules.names.Folded;

/** What sentences say about getting the weights: to download, by API, in a product, or not at all. */
final class WeightsWords {

    /** A class of the weights, the sentence that says it, and the id of the cue. */
    record Said(String type, String quote, String rule) {}

    private static final int LIMIT = 60_000;
    private static final String WEIGHTS = "(?:model|models|weights|checkpoint|checkpoints|parameters)";

    private static final Pattern UNRELEASED = Pattern.compile(
            "\\b(?:not (?:yet |be |plan(?:ning)? to |going to )?(?:releas|open|publish|mak)\\w{0,6}|no(?:t have)? plans? to release|do(?:es)?n['’]t have plans to release|closed early access|private preview|cautious approach to releasing|upon acceptance|will (?:soon )?(?:be (?:released|open|made|publish)|release|open-?source|publish|make)|coming soon|to be released|trusted partners)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NON_COMMERCIAL = Pattern.compile(
            "\\b(?:non-?\\s?commercial(?:ly)?|(?:for )?(?:academic |personal )?(?:research|personal|academic)(?: and development)?(?: purposes?| use)? only|only (?:for|be used for) (?:academic |scientific )?(?:research|non-?commercial|academic)|not (?:for|to be used for|permitted for) commercial|(?:solely|used|intended) for research purposes)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RESTRICTED = Pattern.compile(
            "\\b(?:community licen[cs]e|acceptable use policy|monthly active users|request a licen[cs]e|terminate this agreement|accept the conditions|commercially usable|responsible ai licen[cs]e|use[- ]case restrictions|does not apply in the|contact (?:us|the mailbox|.{0,20}e-?mail)|questionnaire|for commercial (?:use|purposes),? (?:please|you need)|appl(?:y|ying) for .{0,60}commercial licen[cs]e|model licen[cs]e|meta(?:'s)? (?:original )?licen[cs]e|licen[cs]e agreement|commercial use restrictions)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OPEN = Pattern.compile(
            "\\b(?:open-?\\s?sourc(?:e|ed|ing)|open[- ]weights?|publicly (?:available|released?)|freely available|weights (?:are|is|and .{0,30} are) (?:available|released|public)|releas(?:e|es|ed|ing) .{0,60}"
                    + WEIGHTS + "|suitable for commercial use|available on (?:hugging\\s?face|github|modelscope))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern API = Pattern.compile(
            "\\b(?:via|through|in|using|on) (?:the |our |an |its )?(?:[\\w-]{1,20} )?API\\b|\\bAPI access\\b|\\bper million (?:input |output )?tokens\\b|\\bAPI\\b.{0,30}\\bavailable\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HOSTED = Pattern.compile(
            "\\b(?:available (?:now |today )?(?:to|for) .{0,60}(?:users|subscribers|customers)|in ChatGPT|web platform|running in production|rolling out to|plus, pro|available (?:in|on) (?:the )?(?:app|web)|an agent in)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LATER =
            Pattern.compile("\\b(?:will (?:soon|be)|coming|in the next|soon)\\b", Pattern.CASE_INSENSITIVE);

    private WeightsWords() {}

    /** The first telling sentence, the most binding words first; empty when the text says nothing. */
    static Optional<Said> read(String text) {
        List<String> sentences = Sentences.of(text, LIMIT);
        return first(sentences, NON_COMMERCIAL, "non-commercial", "says-non-commercial")
                .or(() -> first(sentences, RESTRICTED, "restricted-use", "says-restricted"))
                .or(() -> licensed(sentences))
                .or(() -> open(sentences))
                .or(() -> first(now(sentences), API, "api", "says-api"))
                .or(() -> first(sentences, HOSTED, "hosted", "says-hosted"))
                .or(() -> first(sentences, UNRELEASED, "unreleased", "says-unreleased"));
    }

    /** The first sentence that binds the use of the weights; empty when none does. */
    static Optional<Said> binding(String text) {
        List<String> sentences = Sentences.of(text, LIMIT);
        return first(sentences, NON_COMMERCIAL, "non-commercial", "says-non-commercial")
                .or(() -> first(sentences, RESTRICTED, "restricted-use", "says-restricted"));
    }

    /** Without the sentences that promise something for later. */
    private static List<String> now(List<String> sentences) {
        return sentences.stream()
                .filter(sentence -> !LATER.matcher(sentence).find())
                .toList();
    }

    private static Optional<Said> first(List<String> sentences, Pattern cue, String type, String rule) {
        return sentences.stream()
                .filter(sentence -> cue.matcher(sentence).find())
                .findFirst()
                .map(sentence -> new Said(type, sentence, rule));
    }

    private static Optional<Said> licensed(List<String> sentences) {
        for (String sentence : sentences) {
            String folded = Folded.of(sentence);
            boolean speaks = folded.contains("licens") || folded.contains("licenc");
            Optional<License> license = speaks ? Licenses.standard().inside(folded) : Optional.empty();
            if (license.isPresent()
                    && !license.get().type().equals("unknown")
                    && !license.get().type().equals("none")) {
                return license.map(found -> new Said(found.type(), sentence, "says-licence"));
            }
        }
        return Optional.empty();
    }

    private static Optional<Said> open(List<String> sentences) {
        return sentences.stream()
                .filter(sentence -> OPEN.matcher(sentence).find()
                        && !UNRELEASED.matcher(sentence).find())
                .filter(sentence -> Folded.of(sentence)
                        .matches(".{0,400}\\b(?:model|models|weights|checkpoint|checkpoints|llm)\\b.{0,600}"))
                .findFirst()
                .map(sentence -> new Said("unrestricted", sentence, "says-open"));
    }
}
