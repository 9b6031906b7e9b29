package org.computedivide.streams.rules.kind;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.DataFile;
import org.computedivide.streams.rules.affiliation.Register;
import org.computedivide.streams.rules.names.Folded;
import org.computedivide.streams.rules.names.Links;
import org.computedivide.streams.rules.names.TitleName;

/**
 * What is looked at to tell whether a post announces a model of its publisher: cues of the title, its words, whether it
 * names a line of models of the publisher or of somebody else ({@code model-lines.csv}), whether the address carries a
 * name with a version, and what the first sentences say was made. English and Chinese.
 *
 * <p>Features are words with a prefix: {@code c:} cue, {@code t:} title, and those of {@link PaperFeatures} for the first
 * sentences.
 */
public final class PostFeatures {

    private static final int TITLE = 200;
    private static final int TEASER = 600;
    private static final int MOST_WORDS = 5;
    private static final Map<String, Pattern> TITLE_CUES = titleCues();
    private static final Map<String, Pattern> TEASER_CUES = teaserCues();
    private static final Pattern VERSIONED_SLUG =
            Pattern.compile("(?:^|[a-z]{2}-?)(?:v\\d|\\d{1,2}(?:-\\d{1,2})?(?:$|-)|\\d{1,3}x?\\d{0,3}b\\b|\\d{4}$)");
    private static final Pattern TIERED_SLUG = Pattern.compile(
            "(?:^|-)(?:large|medium|small|mini|nano|pro|flash|lite|turbo|ultra|max|tiny|micro|preview|instruct|base|\\d{1,3}x?\\d{0,3}b)(?:-|$)");
    private static final Set<String> TIERS = Set.of(
            "large",
            "medium",
            "small",
            "mini",
            "nano",
            "pro",
            "flash",
            "lite",
            "turbo",
            "ultra",
            "max",
            "tiny",
            "micro",
            "preview",
            "beta",
            "base",
            "instruct",
            "instant",
            "fast",
            "coder",
            "code",
            "vision",
            "audio",
            "video",
            "image",
            "embed",
            "math",
            "ocr",
            "moe",
            "vl",
            "omni");
    /** Cues of a title in which a line of models is the means and not the news. */
    private static final List<String> BESIDE = List.of("guide", "company", "study", "software", "platform", "question");

    /** Before a line of models: with it something else is done, and the line is not the news. */
    private static final Set<String> MEANS = Set.of(
            "use",
            "uses",
            "using",
            "with",
            "through",
            "via",
            "in",
            "on",
            "into",
            "inside",
            "from",
            "by",
            "powered",
            "tuning",
            "trusts",
            "chooses",
            "build",
            "builds",
            "building",
            "brings",
            "makes",
            "at",
            "your",
            "s");

    private static final Map<String, List<String>> LINES = lines();

    private PostFeatures() {}

    /** The features of a post, without repetition, in a fixed order. */
    public static Set<String> of(Observation post) {
        String title = head(post.getTitle(), TITLE);
        String teaser = head(post.getText(), TEASER);
        var features = new LinkedHashSet<String>();
        TITLE_CUES.forEach((name, cue) -> addIf(features, cue.matcher(title).find(), "c:title-" + name));
        TEASER_CUES.forEach((name, cue) -> addIf(features, cue.matcher(teaser).find(), "c:text-" + name));
        addName(features, post, title);
        addLines(features, post, title);
        addWords(features, title);
        features.addAll(PaperFeatures.ofSentence(teaser));
        return features;
    }

    private static void addName(Set<String> features, Observation post, String title) {
        String name = TitleName.ofPost(title);
        String slug = slug(post.getUrl());
        addIf(features, isNamedAfter(name, slug), "c:named-after");
        addIf(features, VERSIONED_SLUG.matcher(slug).find(), "c:versioned-address");
        addIf(features, TIERED_SLUG.matcher(slug).find(), "c:tiered-address");
        addIf(features, !name.isEmpty() && name.length() == title.strip().length(), "c:name-alone");
        addIf(features, title.chars().anyMatch(Character::isDigit), "c:digit");
        features.add("c:words " + Math.min(8, title.strip().split("\\s+", -1).length) / 2);
    }

    /** Whether the address ends with the name in the title: the whole post is about one thing with a proper name. */
    private static boolean isNamedAfter(String name, String last) {
        String slug = Folded.slug(name);
        boolean proper = !slug.isEmpty()
                && isProper(name)
                && Register.standard().byName(name).isEmpty();
        return proper && (last.equals(slug) || (slug.indexOf('-') > 0 && last.contains(slug)));
    }

    private static boolean isProper(String name) {
        String[] words = name.split("\\s+", -1);
        for (String word : words) {
            if (!Character.isUpperCase(word.codePointAt(0)) && !Character.isDigit(word.codePointAt(0))) {
                return false;
            }
        }
        return words.length <= MOST_WORDS;
    }

    /** A line of the publisher, or of somebody else, named in the title; a guest is no news of its host. */
    private static void addLines(Set<String> features, Observation post, String title) {
        String publisher = Folded.lower(host(post.getUrl()) + " " + String.join(" ", post.getOrganizations()));
        boolean isOther = BESIDE.stream().anyMatch(cue -> features.contains("c:title-" + cue));
        String beside = isOther ? "-beside" : "";
        addLines(features, publisher, Folded.slug(title).split("-", -1), beside);
        addLines(features, publisher, slug(post.getUrl()).split("-", -1), "-address" + beside);
    }

    private static void addLines(Set<String> features, String publisher, String[] words, String where) {
        for (int i = 0; i < words.length; i++) {
            List<String> makers = LINES.getOrDefault(words[i].replaceAll("\\d{1,4}[a-z]?$", ""), List.of());
            if (makers.isEmpty()) {
                continue;
            }
            boolean own = makers.stream().anyMatch(publisher::contains);
            if (isMeans(words, i, publisher)) {
                features.add(own ? "c:own-line-as-means" : "c:line-of-another-as-means");
                continue;
            }
            features.add(own ? "c:own-line" + where : "c:line-of-another" + where);
            boolean member =
                    words.length == 1 || isVersion(words[i]) || isMember(words, i + 1) || isMember(words, i + 2);
            addIf(features, own && member, "c:own-model" + where);
        }
    }

    /** "with Quokka 3", and "with Wombat Quokka 3" where Wombat publishes. */
    private static boolean isMeans(String[] words, int line, String publisher) {
        boolean named = line > 1 && words[line - 1].length() > 2 && publisher.contains(words[line - 1]);
        int before = named ? line - 2 : line - 1;
        return before >= 0 && MEANS.contains(words[before]);
    }

    private static boolean isMember(String[] words, int i) {
        return i < words.length && (TIERS.contains(words[i]) || isVersion(words[i]));
    }

    private static boolean isVersion(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }

    private static void addWords(Set<String> features, String title) {
        String last = "";
        for (String word : PaperTokens.of(title)) {
            features.add("t:" + word);
            addIf(features, !last.isEmpty(), "t:" + last + " " + word);
            last = word;
        }
    }

    private static String slug(String url) {
        String path = Links.normalized(url);
        return Folded.slug(path.substring(path.lastIndexOf('/') + 1));
    }

    private static String host(String url) {
        Matcher host = Pattern.compile("^https?://([^/]{1,200})").matcher(url);
        return host.find() ? host.group(1) : "";
    }

    private static String head(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    private static void addIf(Set<String> features, boolean there, String feature) {
        if (there) {
            features.add(feature);
        }
    }

    private static Map<String, Pattern> titleCues() {
        var cues = new TreeMap<String, Pattern>();
        cues.put(
                "announces",
                cue("^(?:introducing|announcing|meet|launching|releasing|presenting|unveiling|hello)\\b"
                        + "|\\bis (?:here|now available)\\b|\\breleased?\\b|发布|推出|上线|介绍|你好"));
        cues.put("opens", cue("\\bopen[- ](?:sourc(?:e|ing)|weights?)\\b|开源"));
        cues.put(
                "model",
                cue("\\b(?:models?|LLMs?|weights|parameters?|multimodal|text-to-(?:image|video|speech)|state-of-the-art"
                        + "|embeddings?)\\b|模型|参数"));
        cues.put(
                "versioned",
                cue(
                        "^[\\w.Σ]{2,20}(?:[ -][\\w.]{1,14}){0,3}\\s?v?\\d{1,2}(?:\\.\\d{1,2})?\\b(?!\\.\\d)|\\b\\d{1,3}B\\b"));
        cues.put("software", cue("\\b\\d{1,4}\\.\\d{1,4}\\.\\d{1,4}\\b|\\bchange(?:log|list)\\b|\\bAPP\\b"));
        cues.put(
                "guide",
                cue(
                        "^(?:how|why|what|when|build|run|using|use|evaluating|inside|working|building|coding|teaching|accelerating|experiment|generate|connect|turbocharging)\\b|怎样|如何|教程|指南"));
        cues.put(
                "company",
                cue(
                        "\\b(?:partner(?:s|ship)?|customers?|funding|raises|appoint|joins?|policy|hiring|recruit|office|acqui|board|license|licence|accepted at|papers accepted"
                                + "|scholars|fellow(?:s|ship)|program|grants?|education|community|event|conference|webinar|podcast)|参加|合作|招聘|融资|大会|论坛|客户|案例"));
        cues.put(
                "platform",
                cue(
                        "\\b(?:API|SDK|CLI|enterprise|pricing|docker|developers|support for|now supports|agent toolkit|apps?|code|access"
                                + "|cloud|studio|(?:coding|team|business) plan|on (?:groq|ollama|azure|aws|bedrock|vertex|github))"));
        cues.put(
                "study",
                cue(
                        "\\b(?:benchmark|dataset|report|survey|evaluat|framework|index|toolkit|bench\\b|verifier|first impressions|recap|techniques"
                                + "|system card|addendum|acknowledg|contributions|mitigations)"));
        cues.put("question", Pattern.compile("\\?|？"));
        return cues;
    }

    private static Map<String, Pattern> teaserCues() {
        var cues = new TreeMap<String, Pattern>();
        cues.put(
                "model",
                cue(
                        "\\b(?:(?:new|capable|powerful|open|foundation|language|reasoning|multimodal|image|video|speech) models?"
                                + "|LLM|open[- ]weights?|billion parameters|\\d{1,3}B\\b)|模型"));
        cues.put("trained", cue("\\b(?:we(?:['’]ve| have)? (?:pre-?)?trained|neural net(?:work)? called)\\b"));
        cues.put(
                "ours",
                cue("\\b(?:our (?:\\w{1,12} ){0,3}(?:model|LLM)|(?:we|today)(?:['’]re| are)? (?:\\w{1,12} )?"
                        + "(?:releas|introduc|announc|launch|unveil|open-sourc)\\w{0,4})\\b"));
        cues.put("partner", cue("\\bpartner(?:s|ed|ing|ship)?\\b|\\bin (?:a|our) recent evaluation\\b"));
        cues.put("hosted-here", cue("\\bnow (?:available|supports?) (?:on|in|for)\\b|\\bnow supports?\\b"));
        cues.put("fixes", cue("\\b(?:bug ?fix|patch fix|fixed an? |improvements\\b.{0,20}\\bfix)"));
        return cues;
    }

    private static Pattern cue(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
    }

    private static Map<String, List<String>> lines() {
        Map<String, List<String>> lines = new TreeMap<>();
        DataFile.rows("model-lines.csv")
                .forEach(row -> lines.put(
                        row.getOrDefault("word", ""),
                        List.of(row.getOrDefault("maker", "").split(";", -1))));
        return lines;
    }
}
