package org.computedivide.streams.rules;

import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.names.ModelName;
import org.computedivide.streams.rules.names.TitleName;
import org.computedivide.streams.rules.text.Phrase;

/** Finds the name of the model that an observation is about, by the form of its page. */
final class NameReader {

    private static final Phrase PRESENTED = Phrase.of(
            "\\b(?:introduc|present|releas|propos|develop|describ|open-sourc|announc|unveil|train)\\w{0,4}\\s(?:the\\s|our\\s)?"
                    + "((?:[A-Z][\\w.+-]{1,30}|[a-z]{1,3}[A-Z0-9][\\w.+-]{0,30})(?:[ -](?:[A-Z0-9][\\w.+-]{0,20})){0,3})(?=[,.(\\s])");
    private static final int TEXT = 4_000;

    ModelName read(Observation observation) {
        return ModelName.read(written(observation));
    }

    private static String written(Observation observation) {
        return switch (Form.of(observation)) {
            case REPOSITORY -> observation.getNativeId();
            case PAPER -> paper(observation);
            case POST -> TitleName.ofPost(observation.getTitle());
            case OPERATOR -> ""; // its title says what is stated, of things that have their own names
            default -> observation.getTitle();
        };
    }

    private static String paper(Observation observation) {
        String inTitle = TitleName.ofPaper(observation.getTitle());
        if (!inTitle.isEmpty()) {
            return inTitle;
        }
        String text = observation.getText();
        Phrase.Search presented = PRESENTED.matcher(text.length() > TEXT ? text.substring(0, TEXT) : text);
        return presented.find() ? presented.group(1) : "";
    }
}
