package org.computedivide.streams.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.computedivide.avro.Hub;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.text.PhraseBook;

/** The domains of a model: by the hub's task tag, by statement, else by the words of title and text, else by subject class. */
final class Domains {

    private static final Map<String, List<String>> TASKS = Map.ofEntries(
            Map.entry("text-generation", List.of("language")),
            Map.entry("text2text-generation", List.of("language")),
            Map.entry("translation", List.of("language")),
            Map.entry("summarization", List.of("language")),
            Map.entry("question-answering", List.of("language")),
            Map.entry("fill-mask", List.of("language")),
            Map.entry("text-classification", List.of("language")),
            Map.entry("token-classification", List.of("language")),
            Map.entry("sentence-similarity", List.of("language")),
            Map.entry("feature-extraction", List.of("language")),
            Map.entry("text-ranking", List.of("language")),
            Map.entry("image-text-to-text", List.of("language", "multimodal", "vision")),
            Map.entry("visual-question-answering", List.of("language", "multimodal", "vision")),
            Map.entry("any-to-any", List.of("language", "multimodal")),
            Map.entry("image-to-text", List.of("multimodal", "vision")),
            Map.entry("text-to-image", List.of("image-generation")),
            Map.entry("image-to-image", List.of("image-generation")),
            Map.entry("unconditional-image-generation", List.of("image-generation")),
            Map.entry("text-to-video", List.of("video")),
            Map.entry("image-to-video", List.of("video")),
            Map.entry("video-classification", List.of("video", "vision")),
            Map.entry("text-to-speech", List.of("audio")),
            Map.entry("text-to-audio", List.of("audio")),
            Map.entry("automatic-speech-recognition", List.of("audio")),
            Map.entry("audio-classification", List.of("audio")),
            Map.entry("audio-to-audio", List.of("audio")),
            Map.entry("image-classification", List.of("vision")),
            Map.entry("object-detection", List.of("vision")),
            Map.entry("image-segmentation", List.of("vision")),
            Map.entry("depth-estimation", List.of("vision")),
            Map.entry("image-feature-extraction", List.of("vision")),
            Map.entry("zero-shot-image-classification", List.of("vision")),
            Map.entry("robotics", List.of("robotics")),
            Map.entry("reinforcement-learning", List.of("games")));

    /** Subject classes of arXiv that are about one domain. */
    private static final Map<String, List<String>> CATEGORIES = Map.of(
            "cs.CL", List.of("language"),
            "cs.CV", List.of("vision"),
            "cs.RO", List.of("robotics"),
            "cs.SD", List.of("audio"),
            "eess.AS", List.of("audio"),
            "q-bio.BM", List.of("biology"));

    private record Word(String domain, String expression) {}

    private static final List<Word> WORDS = List.of(
            word(
                    "language",
                    "language model|LLM|natural language|machine translation|text generation|chatbot|language"),
            word("image-generation", "text-to-image|image generation|image synthesis|diffusion model"),
            word("video", "text-to-video|video generation|video model|video"),
            word("audio", "speech|audio|music|voice|text-to-speech"),
            word("biology", "protein|genom\\w{1,3}|biolog\\w{1,5}|molecul\\w{1,4}|DNA|RNA|drug"),
            word("games", "atari|chess|starcraft|board game|dota|minecraft|game playing|games"),
            word("robotics", "robot\\w{0,4}|manipulation|vision-language-action"),
            word("vision", "image classification|object detection|segmentation|vision|visual|imagenet"),
            word("multimodal", "multimodal|multi-modal|vision-language|omni"));

    private static final PhraseBook BOOK =
            PhraseBook.ignoringCase(WORDS.stream().map(Word::expression).toArray(String[]::new));
    private static final int TEXT = 3_000;

    private Domains() {}

    /** Sorted; {@code other} when nothing tells. */
    static List<String> of(Observation observation) {
        Set<String> domains = new TreeSet<>(stated(observation));
        Hub hub = observation.getHub();
        if (domains.isEmpty() && hub != null && hub.getPipelineTag() != null) {
            domains.addAll(TASKS.getOrDefault(hub.getPipelineTag(), List.of()));
        }
        if (domains.isEmpty()) {
            domains.addAll(said(observation));
        }
        if (domains.isEmpty()) {
            observation
                    .getCategories()
                    .forEach(category -> domains.addAll(CATEGORIES.getOrDefault(category, List.of())));
        }
        return domains.isEmpty() ? List.of("other") : List.copyOf(domains);
    }

    private static Set<String> stated(Observation observation) {
        var domains = new TreeSet<String>();
        observation.getStatements().stream()
                .filter(statement -> statement.getField().equals("domain"))
                .flatMap(statement -> List.of(statement.getText().split(",", -1)).stream())
                .map(domain -> org.computedivide.streams.rules.names.Folded.slug(domain))
                .map(domain -> domain.equals("speech") ? "audio" : domain)
                .filter(domain -> WORDS.stream().anyMatch(word -> word.domain.equals(domain)))
                .forEach(domains::add);
        return domains;
    }

    private static Set<String> said(Observation observation) {
        String text = observation.getText();
        String head = observation.getTitle() + "\n" + (text.length() > TEXT ? text.substring(0, TEXT) : text);
        var domains = new TreeSet<String>();
        for (long said = BOOK.in(head); said != 0; said &= said - 1) {
            domains.add(WORDS.get(Long.numberOfTrailingZeros(said)).domain);
        }
        return domains;
    }

    private static Word word(String domain, String words) {
        return new Word(domain, "\\b(?:" + words + ")s?\\b");
    }
}
