package org.computedivide.streams.rules.openness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.computedivide.streams.rules.names.Folded;
import org.computedivide.streams.rules.text.PhraseBook;

/** What sentences say about getting the weights: to download, by API, in a product, or not at all. */
final class WeightsWords {

    /** A class of the weights, the sentence that says it, and the id of the cue. */
    record Said(String type, String quote, String rule) {}

    private static final String WEIGHTS = "(?:model|models|weights|checkpoint|checkpoints|parameters)";

    private static final String UNRELEASED =
            "\\b(?:not (?:yet |be |plan(?:ning)? to |going to )?(?:releas|open|publish|mak)\\w{0,6}|no(?:t have)? plans? to release|do(?:es)?n['’]t have plans to release|closed early access|private preview|cautious approach to releasing|upon acceptance|will (?:soon )?(?:be (?:released|open|made|publish)|release|open-?source|publish|make)|coming soon|to be released|trusted partners)\\b";
    private static final String NON_COMMERCIAL =
            "\\b(?:non-?\\s?commercial(?:ly)?|(?:for )?(?:academic |personal )?(?:research|personal|academic)(?: and development)?(?: purposes?| use)? only|only (?:for|be used for) (?:academic |scientific )?(?:research|non-?commercial|academic)|not (?:for|to be used for|permitted for) commercial|(?:solely|used|intended) for research purposes)\\b";
    private static final String RESTRICTED =
            "\\b(?:community licen[cs]e|acceptable use policy|monthly active users|request a licen[cs]e|terminate this agreement|accept the conditions|commercially usable|responsible ai licen[cs]e|use[- ]case restrictions|does not apply in the|contact (?:us|the mailbox|.{0,20}e-?mail)|questionnaire|for commercial (?:use|purposes),? (?:please|you need)|appl(?:y|ying) for .{0,60}commercial licen[cs]e|model licen[cs]e|meta(?:'s)? (?:original )?licen[cs]e|licen[cs]e agreement|commercial use restrictions)\\b";
    private static final String OPEN =
            "\\b(?:open-?\\s?sourc(?:e|ed|ing)|open[- ]weights?|publicly (?:available|released?)|freely available|weights (?:are|is|and .{0,30} are) (?:available|released|public)|releas(?:e|es|ed|ing) .{0,60}"
                    + WEIGHTS + "|suitable for commercial use|available on (?:hugging\\s?face|github|modelscope))\\b";
    private static final String API =
            "\\b(?:via|through|in|using|on) (?:the |our |an |its )?(?:[\\w-]{1,20} ){0,3}API\\b|\\bAPI access\\b|\\bper million (?:input |output )?tokens\\b|\\bAPI\\b.{0,30}\\bavailable\\b";
    private static final String HOSTED =
            "\\b(?:available (?:now |today )?(?:to|for) .{0,60}(?:users|subscribers|customers)|in ChatGPT|web platform|running in production|rolling out to|plus, pro|available (?:in|on) (?:the )?(?:app|web)|an agent in)\\b";

    private static final String LATER = "\\b(?:will (?:soon|be)|coming|in the next|soon)\\b";

    private static final PhraseBook CUES =
            PhraseBook.ignoringCase(NON_COMMERCIAL, RESTRICTED, OPEN, API, HOSTED, UNRELEASED, LATER, "licen[sc]");
    private static final int SAYS_NON_COMMERCIAL = 1;
    private static final int SAYS_RESTRICTED = 2;
    private static final int SAYS_OPEN = 4;
    private static final int SAYS_API = 8;
    private static final int SAYS_HOSTED = 16;
    private static final int SAYS_UNRELEASED = 32;
    private static final int SAYS_LATER = 64;
    private static final int SAYS_LICENCE = 128;
    private static final Pattern OF_MODEL =
            Pattern.compile(".{0,400}\\b(?:model|models|weights|checkpoint|checkpoints|llm)\\b.{0,600}");

    private static final Pattern PART = Pattern.compile(
            "(?s).{0,400}\\b(?:as a (?:component|backbone)|pre-?trained|initiali[sz]ed (?:from|with)|built (?:up)?on|derived from|fine-?tuned from)\\b.{1,200}\\b(?:which|that) (?:is|are) (?:licen[cs]ed|released) under\\b.{0,400}");

    private WeightsWords() {}

    /** A sentence and the cues that are in it. */
    private record Heard(String text, long cues) {

        boolean says(int cue) {
            return (cues & cue) != 0;
        }
    }

    /** The first telling sentence, the most binding words first; empty when the text says nothing. */
    static Optional<Said> read(List<String> sentences) {
        List<Heard> heard = heard(sentences);
        return first(heard, SAYS_NON_COMMERCIAL, "non-commercial", "says-non-commercial")
                .or(() -> first(heard, SAYS_RESTRICTED, "restricted-use", "says-restricted"))
                .or(() -> licensed(heard))
                .or(() -> open(heard))
                .or(() -> first(now(heard), SAYS_API, "api", "says-api"))
                .or(() -> first(heard, SAYS_HOSTED, "hosted", "says-hosted"))
                .or(() -> first(heard, SAYS_UNRELEASED, "unreleased", "says-unreleased"));
    }

    /** The first sentence that binds the use of the weights; empty when none does. */
    static Optional<Said> binding(List<String> sentences) {
        List<Heard> heard = heard(sentences);
        return first(heard, SAYS_NON_COMMERCIAL, "non-commercial", "says-non-commercial")
                .or(() -> first(heard, SAYS_RESTRICTED, "restricted-use", "says-restricted"));
    }

    /** The sentences that may tell: those with a cue, and those whose letters must be folded to see it. */
    private static List<Heard> heard(List<String> sentences) {
        List<Heard> heard = new ArrayList<>();
        for (String sentence : sentences) {
            long cues = CUES.in(sentence) | (Folded.isAscii(sentence) ? 0 : SAYS_LICENCE);
            if (cues != 0) {
                heard.add(new Heard(sentence, cues));
            }
        }
        return heard;
    }

    /** Without the sentences that promise something for later. */
    private static List<Heard> now(List<Heard> sentences) {
        return sentences.stream().filter(sentence -> !sentence.says(SAYS_LATER)).toList();
    }

    private static Optional<Said> first(List<Heard> sentences, int cue, String type, String rule) {
        for (Heard sentence : sentences) {
            if (sentence.says(cue)) {
                return Optional.of(new Said(type, sentence.text(), rule));
            }
        }
        return Optional.empty();
    }

    /** The licence that is named first; that of what the model is made from goes before, when it binds. */
    private static Optional<Said> licensed(List<Heard> sentences) {
        List<Said> named =
                sentences.stream().flatMap(sentence -> named(sentence).stream()).toList();
        return named.stream()
                .filter(said -> !said.type().equals("unrestricted")
                        && PART.matcher(said.quote()).matches())
                .findFirst()
                .or(() -> named.stream().findFirst());
    }

    private static Optional<Said> named(Heard sentence) {
        String folded = sentence.says(SAYS_LICENCE) ? Folded.of(sentence.text()) : "";
        boolean speaks = folded.contains("licens") || folded.contains("licenc");
        Optional<License> license = speaks ? Licenses.standard().inside(folded) : Optional.empty();
        return license.filter(found ->
                        !found.type().equals("unknown") && !found.type().equals("none"))
                .map(found -> new Said(found.type(), sentence.text(), "says-licence"));
    }

    private static Optional<Said> open(List<Heard> sentences) {
        return sentences.stream()
                .filter(sentence -> sentence.says(SAYS_OPEN) && !sentence.says(SAYS_UNRELEASED))
                .filter(sentence -> OF_MODEL.matcher(Folded.of(sentence.text())).matches())
                .findFirst()
                .map(sentence -> new Said("unrestricted", sentence.text(), "says-open"));
    }
}
