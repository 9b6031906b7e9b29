package org.computedivide.streams.rules.kind;

import java.util.regex.Pattern;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.affiliation.Register;
import org.computedivide.streams.rules.names.Folded;
import org.computedivide.streams.rules.names.Links;
import org.computedivide.streams.rules.names.TitleName;

/** Judges a post of a laboratory by its title and first sentences. */
final class PostKind {

    private static final int TEASER = 600;
    private static final Pattern ANNOUNCES = Pattern.compile(
            "^(?:introducing|announcing|meet|launching|releasing|presenting|unveiling|hello)\\b|\\bis (?:here|now available)\\b|\\brelease\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MODEL = Pattern.compile(
            "\\b(?:models?|LLM|weights|open[- ]weights?|parameters?|multimodal|text-to-(?:image|video|speech)|state-of-the-art|reasoning model|embedding)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern VERSIONED =
            Pattern.compile("^[\\w.Σ]{2,20}(?:[ -][\\w.]{1,14}){0,3}\\s?v?\\d{1,2}(?:\\.\\d{1,2})?\\b|\\b\\d{1,3}B\\b");
    private static final Pattern OTHER = Pattern.compile(
            "^(?:how|why|what|build|run|using|evaluating|faster)\\b|\\b(?:changelog|docker|developers|partner(?:s|ship)?|customers?|funding|raises|appoint|joins?|policy|podcast|how (?:we|to|a)|case study|report|event|conference|webinar|hiring|office|acqui|board|course|pricing|security|privacy|app\\b|enterprise plan|support for|now supports|on (?:groq|ollama|azure|aws|bedrock|vertex)|API|SDK|CLI|agent toolkit|education|community|grant|fellowship|program)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PARTNERS = Pattern.compile(
            "\\bpartner(?:s|ed|ing|ship)?\\b|\\bin (?:a|our) recent evaluation\\b", Pattern.CASE_INSENSITIVE);
    private static final int MOST_WORDS = 5;

    private PostKind() {}

    static Kind of(Observation observation) {
        String title = observation.getTitle();
        String text = observation.getText();
        String teaser = text.length() > TEASER ? text.substring(0, TEASER) : text;
        double score = 0;
        score += ANNOUNCES.matcher(title).find() ? 1 : 0;
        score += VERSIONED.matcher(title).find() ? 1 : 0;
        score += MODEL.matcher(title).find() ? 0.5 : 0;
        score += MODEL.matcher(teaser).find() ? 1 : 0;
        score += isNamedAfter(observation) ? 1.5 : 0;
        score -= OTHER.matcher(title).find() ? 1.5 : 0;
        score -= PARTNERS.matcher(teaser).find() ? 1 : 0;
        return score >= 1.5
                ? Kind.release(Kind.BASE, "post-announces", title)
                : Kind.notARelease("post-announces-none", "");
    }

    /** Whether the address ends with the name in the title: the whole post is about one thing with a proper name. */
    private static boolean isNamedAfter(Observation observation) {
        String head = TitleName.ofPost(observation.getTitle());
        String slug = Folded.slug(head);
        String path = Links.normalized(observation.getUrl());
        String last = Folded.slug(path.substring(path.lastIndexOf('/') + 1));
        boolean proper = !head.isEmpty()
                && isProper(head)
                && Register.standard().byName(head).isEmpty();
        return proper && (last.equals(slug) || (slug.indexOf('-') > 0 && last.contains(slug)));
    }

    private static boolean isProper(String head) {
        String[] words = head.split("\\s+", -1);
        for (String word : words) {
            if (!Character.isUpperCase(word.codePointAt(0)) && !Character.isDigit(word.codePointAt(0))) {
                return false;
            }
        }
        return words.length <= MOST_WORDS;
    }
}
