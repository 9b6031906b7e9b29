package org.computedivide.sinks.newsletter;

import java.util.ArrayList;
import java.util.List;
import org.computedivide.avro.Correction;
import org.computedivide.avro.Digest;

/** What earlier letters, alerts or the page said and no longer say. */
record Errata(Digest digest, Links links) {

    private static final int SHOWN = 12;

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("Corrections"));
        List<Correction> corrections = digest.getCorrections();
        if (corrections.isEmpty()) {
            blocks.add(new Block.Paragraph(
                    Prose.of("Nothing that was published before this week has changed by more than 2\u00A0%.")));
            return blocks;
        }
        blocks.add(new Block.Bullets(
                corrections.stream().limit(SHOWN).map(this::item).toList()));
        if (corrections.size() > SHOWN) {
            blocks.add(new Block.Note(Prose.of("And "
                    + Words.count(corrections.size() - SHOWN, "further correction")
                    + ", in the topic divide.corrections.v1 and the table corrections.")));
        }
        return blocks;
    }

    private Prose item(Correction correction) {
        String name = Words.name(correction.getName().isBlank() ? correction.getFamilyId() : correction.getName());
        Prose subject = correction.getFamilyId().isEmpty()
                ? Prose.EMPTY.strong(name)
                : Prose.EMPTY.link(name, links.release(correction.getFamilyId()));
        return correction.getField().equals("identity")
                ? subject.and(": " + Words.readable(correction.getSentence()))
                : subject.and(": " + said(correction) + reason(correction.getWhy()));
    }

    private static String said(Correction correction) {
        return Words.name(correction.getField()) + " was " + orUnknown(correction.getFrom()) + " and is now "
                + orUnknown(correction.getTo()) + ".";
    }

    private static String reason(String why) {
        return switch (why) {
            case "source-changed" -> " The source changed what it says.";
            case "better-evidence" -> " A better source turned up.";
            case "merged" -> " It turned out to be one release with another.";
            case "split" -> " It turned out to be two releases.";
            case "withdrawn" -> " The source withdrew it.";
            case "methods-changed" -> " The method changed.";
            default -> "";
        };
    }

    private static String orUnknown(String value) {
        return value.isBlank() ? "unknown" : Words.name(value);
    }
}
