package org.computedivide.streams.rules.openness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.computedivide.streams.rules.names.Folded;
import org.computedivide.streams.rules.text.PhraseBook;
import org.jspecify.annotations.Nullable;

/** What sentences say about getting the weights: to download, by API, in a product, or not at all. */
final class WeightsWords {

    /** A class of the weights, the sentence that says it, the id of the cue, and that of the licence, if it names one. */
    record Said(String type, String quote, String rule, String license) {

        Said(String type, String quote, String rule) {
            this(type, quote, rule, "");
        }
    }

    private static final String WEIGHTS = "(?:model|models|weights|checkpoint|checkpoints|parameters)";

    private static final String UNRELEASED =
            "\\b(?:not (?:yet |be |been |made ){0,2}(?:publicly|openly) (?:available|released?)|(?:remain|remains|keep|kept) (?:closed|private|proprietary)|not (?:yet |be |plan(?:ning)? to |going to )?(?:releas|open|publish)\\w{0,6}|not (?:yet |be )?mak(?:e|ing) .{0,60}\\b(?:available|public)|no(?:t have)? plans? to release|do(?:es)?n['’]t have plans to release|closed early access|private preview|cautious approach to releasing|upon acceptance|will (?:soon )?(?:be (?:released|open|publish|made .{0,40}\\b(?:available|public|accessible))|release|open-?source|publish|make .{0,60}\\b(?:available|public|accessible))|coming soon|to be released|trusted (?:partners|testers)|(?:private|closed) (?:beta|alpha)|invite-only|(?:can)?not (?:yet )?(?:be |been ){0,2}(?:made (?:public|available)|released|open-?sourced|shared)|plan(?:s|ning)? to (?:open-?source|release|publish|share) (?:it|(?:the |our |its )?(?:full |trained |model )?(?:models?|weights|checkpoints?))|(?:decid|chos|choos|opt|elect)\\w{1,3} (?:against|not to) (?:publicly |openly )?(?:releas|shar|publish|open)\\w{0,6}|neither .{1,60} (?:is|are|were|will be) (?:publicly |openly )?(?:available|released|public)|not (?:yet |currently )?(?:available|accessible|open) to the (?:general )?public|(?:up)?on reasonable request|from the (?:corresponding )?authors? (?:up)?on request)\\b";
    private static final String NON_COMMERCIAL =
            "\\b(?:non-?\\s?commercial(?:ly)?|non-?production (?:use|licen[cs]e|purposes)|not licen[cs]ed for (?:production|commercial)|(?:for )?(?:academic |personal )?(?:research|personal|academic)(?: and development)?(?: purposes?| use)? only|only (?:for|be used for) (?:academic |scientific )?(?:research|non-?commercial|academic)|not (?:be used |to be used |permitted |allowed |available |intended )?for commercial|not (?:be )?(?:used|available) commercially|commercial (?:use|usage|purposes?) (?:of .{1,40} )?(?:is|are) (?:strictly |explicitly |expressly )?(?:prohibited|forbidden|not (?:allowed|permitted))|available for (?:academic|research|non-?commercial) (?:use|purposes)(?! and)|(?:solely|used|intended) for research purposes)\\b";
    private static final String RESTRICTED =
            "\\b(?:community licen[cs]e|acceptable use policy|monthly active users|request a licen[cs]e|terminate this agreement|accept the conditions|commercially usable|responsible ai licen[cs]e|use[- ]case restrictions|does not apply in the|(?:after|please) (?:complet|fill|submit)\\w{0,5} (?:in |out )?(?:the |this |a |an )?[\"“\\[]?questionnaire|for commercial (?:use|purposes),? (?:please|you need)|commercial use (?:requires|needs|is subject to)|(?:need|needs|require|requires|obtain|purchase) a (?:separate |paid )?commercial licen[cs]e|custom licen[cs]e|(?:use|usage) restrictions|appl(?:y|ying) for .{0,60}commercial licen[cs]e|model licen[cs]e(?! {0,3}$)|meta(?:'s)? (?:original )?licen[cs]e|licen[cs]e agreement|commercial use restrictions|military (?:use|purposes|applications)|not (?:be )?used? (?:with)?in the (?:european|eu)|for commercial licen[cs](?:e|es|ing),? (?:please )?contact|not (?:be )?used? (?:.{1,40} )?(?:to|for) (?:train|improv|develop)\\w{0,4} (?:other|competing|any other)|annual revenue (?:of )?(?:under|below|less than|over|above|more than|exceed\\w{0,3}|up to|greater than))\\b";
    private static final String CONTACT = "\\bcontact (?:us|the mailbox|.{0,20}e-?mail)\\b";
    private static final String OPEN =
            "\\b(?:open-?\\s?sourc(?:e|ed|ing)|open[- ]weights?|publicly (?:available|released?)|freely available|weights (?:are|is|and .{0,30} are) (?:available|released|public)|releas(?:e|es|ed|ing) .{0,60}"
                    + WEIGHTS
                    + "|(?:suitable|free|allowed|licen[cs]ed|available|permitted) for (?:both )?(?:research and |academic and |personal and )?commercial use|including for commercial|available on (?:hugging\\s?face|github|modelscope))\\b";
    private static final String API =
            "\\b(?:via|through|in|using|on) (?:the |our |an |its )?(?:[\\w-]{1,20} ){0,3}API\\b|\\bAPI access\\b|\\baccess to (?:the|our) API\\b|\\bavailable (?:now |today )?(?:on|in|through|via) (?:amazon bedrock|google cloud|vertex ai|azure (?:ai|openai)|openrouter)\\b|\\bper million (?:input |output )?tokens\\b|\\bAPI\\b.{0,30}\\bavailable\\b";
    private static final String HOSTED =
            "\\b(?:available (?:now |today )?(?:to|for) .{0,60}(?:users|subscribers|customers)|in ChatGPT|web platform|running in production|rolling out to|plus, pro|available (?:now |today )?(?:in|on) (?:the )?(?:(?:[\\w-]{1,20} ){0,2}apps?|web)|an agent in|try .{1,40} (?:at|on) (?:https?://)?(?:www\\.)?(?:chat|app|playground)\\.)\\b";

    private static final String LATER = "\\b(?:will (?:soon|be)|coming|in the next|soon)\\b";

    private static final String GIVEN =
            "\\b(?:(?:code|software|code and data|data and code) availability\\b|availability statement|availability of (?:code|software)\\b|reproducibility statement|efforts to ensure (?:the )?reproducibility|reproducibility,? the supplement|work is (?:generally |fully |easily )?reproducible|researchers can (?:easily |readily )?(?:re-?implement|implement|reproduce)|code for .{1,60}\\b(?:is|are) (?:provided|given|listed|included) .{0,3}in (?:the|our|an?) (?:paper|appendix|supplement))";

    private static final PhraseBook CUES = PhraseBook.ignoringCase(
            NON_COMMERCIAL,
            RESTRICTED,
            OPEN,
            API,
            HOSTED,
            UNRELEASED,
            LATER,
            "licen[sc]|cc[- ]by|creative commons|apache[- ]2",
            GIVEN,
            CONTACT,
            TrainingCode.WORDS);
    private static final int SAYS_NON_COMMERCIAL = 1;
    private static final int SAYS_RESTRICTED = 2;
    private static final int SAYS_OPEN = 4;
    private static final int SAYS_API = 8;
    private static final int SAYS_HOSTED = 16;
    private static final int SAYS_UNRELEASED = 32;
    private static final int SAYS_LATER = 64;
    private static final int SAYS_LICENCE = 128;
    private static final int SAYS_GIVEN = 256;
    private static final int SAYS_CONTACT = 512;
    private static final int SAYS_CODE = 1024;
    private static final int BINDS = SAYS_RESTRICTED | SAYS_CONTACT;

    private static final Pattern OF_WEIGHTS =
            Pattern.compile("\\b(?:models?|weights|checkpoints?|parameters)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_ALL =
            Pattern.compile("\\b(?:works?|projects?|repository|repo|terms)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_OTHER = Pattern.compile(
            "\\b(?:data|data-?sets?|corpus|corpora|wikipedia|articles|tweets|images|texts?|codes?|library|toolkit|package|photos?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CLAUSES = Pattern.compile("[,;]| and | while | whereas | but ");
    private static final List<String> TERMS = List.of("licens", "licenc", "cc by", "creative commons");
    private static final Pattern COMMERCIAL = Pattern.compile("\\bcommercial", Pattern.CASE_INSENSITIVE);
    private static final Pattern PART = Pattern.compile(
            "(?s).{0,400}\\b(?:as a (?:component|backbone)|pre-?trained|initiali[sz]ed (?:from|with)|built (?:up)?on|derived from|fine-?tuned from)\\b.{1,200}\\b(?:which|that) (?:is|are) (?:licen[cs]ed|released) under\\b.{0,400}");

    private final List<String> sentences;
    private final boolean card;
    private @Nullable List<Heard> heard;

    private WeightsWords(List<String> sentences, boolean card) {
        this.sentences = sentences;
        this.card = card;
    }

    /** What the sentences of a note, paper or page say, each looked at once, and not before it is asked. */
    static WeightsWords in(List<String> sentences) {
        return new WeightsWords(sentences, false);
    }

    /**
     * What the card of a repository says. The weights are there, so that only terms count, and of these not the terms of a
     * data set or of code: a card speaks of many things.
     */
    static WeightsWords ofCard(List<String> sentences) {
        return new WeightsWords(sentences, true);
    }

    /** The sentences with words for the code of a training, found in the same look. */
    List<String> ofCode() {
        return card
                ? TrainingCode.in(sentences)
                : heard().stream()
                        .filter(sentence -> sentence.says(SAYS_CODE))
                        .map(Heard::text)
                        .toList();
    }

    private List<Heard> heard() {
        List<Heard> known = heard;
        if (known == null) {
            known = card ? ofTerms(heard(sentences)) : heard(sentences);
            heard = known;
        }
        return known;
    }

    private static List<Heard> ofTerms(List<Heard> heard) {
        return heard.stream()
                .map(WeightsWords::terms)
                .filter(sentence -> sentence.cues() != 0)
                .sorted(Comparator.comparing(
                        sentence -> !OF_WEIGHTS.matcher(sentence.english()).find()))
                .toList();
    }

    private static Heard terms(Heard sentence) {
        String text = sentence.english();
        long telling = SAYS_NON_COMMERCIAL | BINDS | SAYS_LICENCE;
        return new Heard(sentence.text(), text, isOfOther(text) ? 0 : sentence.cues() & telling);
    }

    /** A sentence, its words of licences in English, and the cues that are in it. */
    private record Heard(String text, String english, long cues) {

        boolean says(int cue) {
            return (cues & cue) != 0;
        }
    }

    /** The first telling sentence, the most binding words first; empty when the text says nothing. */
    Optional<Said> read() {
        return first(heard(), SAYS_NON_COMMERCIAL, "non-commercial", "says-non-commercial")
                .or(() -> first(heard(), BINDS, "restricted-use", "says-restricted"))
                .or(() -> licensed(heard()))
                .or(() -> open(heard()))
                .or(() -> first(now(heard()), SAYS_API, "api", "says-api"))
                .or(() -> first(heard(), SAYS_HOSTED, "hosted", "says-hosted"))
                .or(() -> first(heard(), SAYS_UNRELEASED, "unreleased", "says-unreleased"));
    }

    /** The first sentence that binds the use of the weights; empty when none does. */
    Optional<Said> binding() {
        return first(heard(), SAYS_NON_COMMERCIAL, "non-commercial", "says-non-commercial")
                .or(() -> first(heard(), BINDS, "restricted-use", "says-restricted"));
    }

    /** The first sentence with a statement on what is given; empty when none makes one. */
    Optional<String> statement() {
        return heard().stream()
                .filter(sentence -> sentence.says(SAYS_GIVEN))
                .map(Heard::text)
                .findFirst();
    }

    /** The sentences that may tell: those with a cue, and those whose letters must be folded to see it. */
    private static List<Heard> heard(List<String> sentences) {
        List<Heard> heard = new ArrayList<>();
        for (String sentence : sentences) {
            String english = EnglishTerms.of(sentence);
            long cues = CUES.in(english) | (Folded.isAscii(english) ? 0 : SAYS_LICENCE);
            if ((cues & SAYS_CONTACT) != 0 && !COMMERCIAL.matcher(english).find()) {
                cues &= ~SAYS_CONTACT;
            }
            if (cues != 0) {
                heard.add(new Heard(sentence, english, cues));
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
            if (sentence.says(cue) && !isOfOther(sentence.english())) {
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
                .or(() -> named.stream().min(Comparator.comparing(said -> isOfOther(EnglishTerms.of(said.quote())))));
    }

    /** Speaks of data or code, and not of weights or of all. */
    private static boolean isOfOther(String text) {
        return OF_OTHER.matcher(text).find()
                && !OF_WEIGHTS.matcher(text).find()
                && !OF_ALL.matcher(text).find();
    }

    private static Optional<Said> named(Heard sentence) {
        String folded = sentence.says(SAYS_LICENCE) ? Folded.of(sentence.english()) : "";
        boolean speaks = TERMS.stream().anyMatch(folded::contains)
                || (folded.contains("apache 2") && !isOfOther(sentence.english()));
        Optional<License> license = speaks
                ? ofWeights(sentence.english()).or(() -> Licenses.standard().inside(folded))
                : Optional.empty();
        return license.filter(found ->
                        !found.type().equals("unknown") && !found.type().equals("none"))
                .map(found -> new Said(found.type(), sentence.text(), "says-licence", found.id()));
    }

    /** Of several licences in one sentence that of the clause that speaks of the weights. */
    static Optional<License> ofWeights(String sentence) {
        return OF_OTHER.matcher(sentence).find()
                ? CLAUSES.splitAsStream(sentence)
                        .filter(clause -> OF_WEIGHTS.matcher(clause).find())
                        .flatMap(clause -> Licenses.standard().inside(Folded.of(clause)).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<Said> open(List<Heard> sentences) {
        return sentences.stream()
                .filter(sentence -> sentence.says(SAYS_OPEN) && !sentence.says(SAYS_UNRELEASED))
                .filter(sentence -> OpenedModel.isSaidIn(sentence.english()))
                .findFirst()
                .map(sentence -> new Said("unrestricted", sentence.text(), "says-open"));
    }
}
