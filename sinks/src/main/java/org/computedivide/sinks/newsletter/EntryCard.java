package org.computedivide.sinks.newsletter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.computedivide.avro.Compute;
import org.computedivide.avro.DigestEntry;

/** One release as a reader of the letter sees it. */
record EntryCard(DigestEntry entry, Links links) {

    private static final int QUOTE = 220;

    Block.Card card() {
        return new Block.Card(title(), figures(), quote());
    }

    private Prose title() {
        List<String> behind = Stream.of(
                        Words.name(entry.getOrganizations()), entry.getPublishedAt() == null ? "" : published())
                .filter(words -> !words.isBlank())
                .toList();
        return Prose.EMPTY
                .link(entry.getName(), links.release(entry.getFamilyId()))
                .and(behind.isEmpty() ? "" : " · " + String.join(" · ", behind));
    }

    private String published() {
        String at = entry.getPublishedAt();
        return at.substring(0, Math.min(10, at.length()));
    }

    private Prose figures() {
        List<Prose> parts = new ArrayList<>();
        if (Entries.counted(entry)) {
            parts.add(compute(entry.getCompute()));
        }
        if (entry.getParameters() != null) {
            parts.add(Prose.of(Numbers.size(entry.getParameters()) + " parameters"));
        }
        if (parts.isEmpty() || !entry.getWeights().equals("unknown")) {
            parts.add(Prose.of(weights(entry.getWeights()) + license()));
        }
        if (entry.getDerivatives() > 0) {
            parts.add(Prose.of(Words.count(entry.getDerivatives(), "derivative") + " so far"));
        }
        Prose figures = sentence(parts);
        return words().isEmpty() && !source().isEmpty() ? figures.and("; ").and(source()) : figures;
    }

    private Prose compute(Compute compute) {
        return Prose.EMPTY
                .strong(Numbers.flop(compute.getValue()) + " FLOP")
                .and(Numbers.flopInterval(compute.getLow(), compute.getHigh()) + ", " + method(compute));
    }

    private Prose quote() {
        String words = words();
        if (words.isEmpty()) {
            return Prose.EMPTY;
        }
        return Prose.of("“" + words + "”" + (source().isEmpty() ? "" : " — ")).and(source());
    }

    /** The quote; empty when it only repeats the name. */
    private String words() {
        String words = Words.cut(Words.readable(entry.getQuote()).strip(), QUOTE);
        boolean tells = words.indexOf(' ') > 0
                && !words.equalsIgnoreCase(entry.getName().strip());
        return tells ? words : "";
    }

    private Prose source() {
        return Links.outside(entry.getUrl())
                .map(address -> Prose.EMPTY.link(address.getHost(), address))
                .orElse(Prose.EMPTY);
    }

    private String license() {
        return switch (entry.getLicense()) {
            case "", "unknown" -> "";
            case "none" -> ", no licence given";
            default -> " (" + Words.cut(Words.name(entry.getLicense()), 40) + ")";
        };
    }

    private static Prose sentence(List<Prose> parts) {
        Prose sentence = Prose.EMPTY;
        for (Prose part : parts) {
            sentence = sentence.isEmpty() ? part : sentence.and("; ").and(part);
        }
        return sentence;
    }

    static String weights(String weights) {
        return switch (weights) {
            case "unrestricted" -> "open weights";
            case "restricted-use" -> "open weights with limits on use";
            case "non-commercial" -> "open weights, not for commercial use";
            case "api" -> "through an API only";
            case "hosted" -> "hosted only";
            case "unreleased" -> "weights not released";
            default -> "release of the weights unknown";
        };
    }

    private static String method(Compute compute) {
        String how = switch (compute.getMethod()) {
            case "reported" -> "as its maker states";
            case "curated" -> "from a curated table";
            case "operation-counting" -> "from parameters and tokens";
            case "hardware-time" -> "from chips and hours";
            case "fine-tune" -> "base model plus this training";
            case "combined" -> "two methods combined";
            default -> compute.getMethod();
        };
        return compute.getDisagree() ? how + ", which disagree by more than 3×" : how;
    }
}
