package org.computedivide.streams.rules.names;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.Form;
import org.computedivide.streams.rules.text.Phrase;

/** The names in the title and the first words of a paper or post: those it gives to its own model, and all others. */
public final class PresentedNames {

    private static final String NAME =
            "((?:[A-Z][\\w.+-]{0,30}|[a-z]{1,3}[A-Z0-9][\\w.+-]{0,30})(?:[ -](?:[A-Z0-9][\\w.+-]{0,20})){0,3})";
    private static final Phrase PRESENTED = Phrase.of(
            "\\b(?:[Ii]ntroduc|[Pp]resent|[Rr]eleas|[Pp]ropos|[Dd]evelop|[Dd]escrib|[Oo]pen-sourc|[Aa]nnounc|[Uu]nveil|[Tt]rain|called|named|dubbed|termed|coin|call it|name it|refer to as)\\w{0,4}[:,]?\\s(?:the\\s|our\\s|a\\s|an\\s|[a-z-]{2,16}\\s){0,3}"
                    + NAME + "(?=[,.:;()\\s]|$)");
    private static final Phrase IN_BRACKETS = Phrase.of("\\(" + NAME + "\\)");
    private static final int TEXT = 4_000;
    private static final int MOST_PRESENTED = 12;
    private static final int MOST_MENTIONED = 40;
    private static final int LONGEST = 48;

    private PresentedNames() {}

    /** Names that it presents as its own. */
    public static List<String> presented(Observation observation) {
        return switch (Form.of(observation)) {
            case PAPER -> paper(observation);
            case POST, PRODUCT -> nonEmpty(TitleName.ofPost(observation.getTitle()));
            default -> List.of();
        };
    }

    /** Other words that are written like names: capitals or digits within. */
    public static List<String> mentioned(Observation observation) {
        return switch (Form.of(observation)) {
            case PAPER, POST, PRODUCT ->
                LikeName.all(observation.getTitle() + "\n" + head(observation), MOST_MENTIONED, LONGEST);
            default -> List.of();
        };
    }

    private static List<String> paper(Observation observation) {
        Set<String> names = new LinkedHashSet<>(nonEmpty(TitleName.ofPaper(observation.getTitle())));
        names.addAll(found(IN_BRACKETS, observation.getTitle(), 2));
        names.addAll(found(IN_BRACKETS, head(observation), 3));
        names.addAll(found(PRESENTED, head(observation), MOST_PRESENTED));
        return names.stream().limit(MOST_PRESENTED).toList();
    }

    private static List<String> nonEmpty(String name) {
        return name.isEmpty() ? List.of() : List.of(name);
    }

    private static List<String> found(Phrase phrase, String text, int most) {
        var names = new LinkedHashSet<String>();
        Phrase.Search matcher = phrase.matcher(text);
        while (matcher.find() && names.size() < most) {
            String name = matcher.group(1);
            if (name.length() <= LONGEST) {
                names.add(name);
            }
        }
        return new ArrayList<>(names);
    }

    private static String head(Observation observation) {
        String text = observation.getText();
        return text.length() > TEXT ? text.substring(0, TEXT) : text;
    }
}
