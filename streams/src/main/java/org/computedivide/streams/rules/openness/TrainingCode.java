package org.computedivide.streams.rules.openness;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.Form;
import org.computedivide.streams.rules.names.Links;
import org.computedivide.streams.rules.text.Phrase;

/**
 * Whether the code of the training is to be had. A sentence about it decides; else a paper, post or table that links to
 * a repository of code counts as open, which shows that code is there, not that it is all. A model card links to code
 * that runs the model, so there only sentences count. That nothing was released is hardly ever said.
 */
final class TrainingCode {

    /** Words for the code of a training. */
    static final String WORDS =
            "\\b(?:(?:pre-?|fine-?|post-?)?train(?:ing)?(?:,? (?:and|&) (?:inference|evaluation|data))? (?:codes?|scripts?|recipes?|pipelines?|codebase)|code (?:for|to) (?:pre-?)?train|(?:source )?codes? and (?:model )?(?:weights|checkpoints|data|models))\\b";

    private static final Phrase CODE = Phrase.ignoringCase(WORDS);
    private static final Pattern GIVEN = Pattern.compile(
            "\\b(?:releas(?:e|es|ed|ing)|open-?sourc(?:e|es|ed|ing)|available|publish(?:ed)?|public|provided?|github|fully open|here)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WITHHELD = Pattern.compile(
            "\\b(?:not (?:yet |be |plan to )?(?:releas|publish|open|shar|mak)\\w{0,6}|cannot (?:release|share)|will (?:soon )?be|coming soon|upon (?:acceptance|request|publication)|to be released|plan to)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FORGE = Pattern.compile(
            "(?:https?://)?(?:www\\.)?(?:github|gitlab|gitee|bitbucket)\\.(?:com|org)/[\\w.-]{1,60}/[\\w.-]{1,100}.{0,200}");

    private TrainingCode() {}

    /** A class and what shows it. */
    record Found(String type, String evidence) {}

    /** The sentences of a card with words for such code. */
    static List<String> in(List<String> text) {
        return text.stream().filter(CODE::isIn).toList();
    }

    /** The class of the code under a licence of this class, by the sentences with words for it; empty when nothing is said. */
    static Optional<Found> of(Observation observation, List<String> sentences, String licenseClass) {
        Optional<Found> withheld = first(sentences, WITHHELD).map(said -> new Found("unreleased", said));
        return first(
                        sentences.stream()
                                .filter(sentence -> !WITHHELD.matcher(sentence).find())
                                .toList(),
                        GIVEN)
                .map(said -> new Found(open(licenseClass), said))
                .or(() -> withheld)
                .or(() -> linked(observation, licenseClass));
    }

    private static Optional<String> first(List<String> sentences, Pattern cue) {
        return sentences.stream()
                .filter(sentence -> cue.matcher(sentence).find())
                .findFirst();
    }

    private static Optional<Found> linked(Observation observation, String licenseClass) {
        boolean card = Form.of(observation) == Form.REPOSITORY
                && !observation.getText().isEmpty();
        return card
                ? Optional.empty()
                : observation.getLinks().stream()
                        .filter(link ->
                                link.length() < 400 && FORGE.matcher(link).matches())
                        .filter(link -> !Links.host(link).isEmpty())
                        .findFirst()
                        .map(link -> new Found(open(licenseClass), link));
    }

    /** Code under a licence that binds is bound; where the licence is not known it is open to read. */
    private static String open(String licenseClass) {
        return licenseClass.equals("non-commercial") || licenseClass.equals("restricted-use") ? licenseClass : "open";
    }
}
