package org.computedivide.streams.rules.openness;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.computedivide.avro.Hub;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.Form;

/**
 * The dimensions of the European Open Source AI Index (their names are those of its first edition) for which an
 * observation gives evidence: open, partial or closed. What it does not show is left out, for it is not closed.
 *
 * <p>A link shows that something is there, not that it is complete: a repository of code is {@code partial} for code and
 * architecture until a sentence says that the training code is released. A licence that binds is {@code partial} where it
 * is for research or written for anyone to take, and {@code closed} where a maker wrote it for its own weights.
 */
final class Dimensions {

    private static final int CARD = 1_500;
    private static final Pattern DATA =
            link("(?:huggingface\\.co/datasets|kaggle\\.com/datasets|zenodo\\.org/records?)/");
    private static final Pattern MODEL = link(
            "(?:huggingface\\.co/(?!datasets/|spaces/|papers/|collections/|docs/|blog/)|modelscope\\.cn/models/)[\\w.-]{1,96}/[\\w.-]{1,96}");
    private static final Pattern CODE = link("(?:github|gitlab|gitee)\\.com/[\\w.-]{1,60}/[\\w.-]{1,100}");
    private static final Pattern PREPRINT =
            link("(?:arxiv\\.org/(?:abs|pdf|html)|biorxiv\\.org/content|openreview\\.net)/");
    private static final Pattern PAPER = link(
            "(?:aclanthology\\.org/|openaccess\\.thecvf\\.com/|proceedings\\.[\\w.-]{3,60}/|nature\\.com/articles/|science\\.org/doi/|dl\\.acm\\.org/doi/|ieeexplore\\.ieee\\.org/|jmlr\\.org/papers/)");
    private static final int LINK = 400;
    private static final Pattern PACKAGE = link("(?:pypi\\.org/project|npmjs\\.com/package|ollama\\.com/library)/");

    private final Observation observation;
    private final Map<String, String> classes = new TreeMap<>();
    private final Map<String, String> evidence = new TreeMap<>();

    private Dimensions(Observation observation) {
        this.observation = observation;
    }

    /**
     * Classes and what shows them, by dimension.
     *
     * @param classes open, partial or closed
     * @param evidence a link, the words, or the field of the record
     */
    record Shown(Map<String, String> classes, Map<String, String> evidence) {}

    /** The dimensions of a thing whose weights, licence and training code are judged already. */
    static Shown of(
            Observation observation, String weights, Optional<License> license, Optional<TrainingCode.Found> code) {
        var dimensions = new Dimensions(observation);
        dimensions.weights(weights);
        dimensions.licence(license);
        dimensions.code(code);
        dimensions.documents();
        return new Shown(dimensions.classes, dimensions.evidence);
    }

    /** Weights that anyone can load are open whatever may be done with them; those behind a form are not wholly so. */
    private void weights(String weights) {
        String rung = switch (weights) {
            case "unrestricted", "restricted-use", "non-commercial" -> "open";
            case "api", "hosted", "unreleased" -> "closed";
            default -> "";
        };
        Optional<String> page = linked(MODEL);
        boolean there = Form.of(observation) == Form.REPOSITORY || page.isPresent() || rung.equals("closed");
        if (there && !rung.isEmpty()) {
            boolean open = rung.equals("open");
            put(
                    "llmweights",
                    open && (isGated() || isMadeFromGated()) ? "partial" : rung,
                    page.orElse("weights " + weights));
            put("rlweights", open && isGated() ? "partial" : rung, page.orElse("weights " + weights));
        }
        Services.platform(observation).ifPresent(link -> put("api", "open", link));
        if (weights.equals("api")) {
            put("api", "partial", "weights api");
        }
    }

    private boolean isGated() {
        Hub hub = observation.getHub();
        return hub != null && hub.getGated() != null && !hub.getGated().equals("false");
    }

    /** Links weights that their maker hands out on application. */
    private boolean isMadeFromGated() {
        return observation.getLinks().stream()
                .anyMatch(link -> link.length() < LINK && Licenses.standard().isGate(link));
    }

    private void licence(Optional<License> license) {
        license.filter(found -> !found.type().equals("unknown")).ifPresent(found -> {
            boolean partial = found.type().equals("non-commercial") || found.shared();
            put("license", found.open() ? "open" : partial ? "partial" : "closed", found.id());
        });
    }

    private void code(Optional<TrainingCode.Found> code) {
        Optional<String> link = linked(CODE);
        code.filter(found -> found.type().equals("unreleased"))
                .ifPresent(found -> put("opencode", "closed", found.evidence()));
        code.filter(found -> found.type().equals("open") && !link.orElse("").equals(found.evidence()))
                .ifPresent(found -> put("opencode", "open", found.evidence()));
        link.ifPresent(repository -> {
            put("opencode", "partial", repository);
            put("code", "partial", repository);
            put("architecture", "partial", repository);
        });
    }

    private void documents() {
        linked(PREPRINT).ifPresent(link -> put("preprint", "open", link));
        linked(PAPER).ifPresent(link -> put("paper", "open", link));
        linked(PACKAGE).ifPresent(link -> put("package", "open", link));
        linked(DATA).ifPresent(link -> {
            put("rldata", "open", link);
            put("datasheet", "partial", link);
        });
        if (Form.of(observation) == Form.REPOSITORY && !observation.getText().isEmpty()) {
            put("modelcard", observation.getText().length() >= CARD ? "open" : "partial", "model card");
        } else {
            linked(MODEL).ifPresent(link -> put("modelcard", "partial", link));
        }
        Hub hub = observation.getHub();
        List<String> sets = hub == null ? List.of() : hub.getDatasets();
        if (!sets.isEmpty()) {
            put("rldata", "open", sets.get(0));
        }
    }

    private Optional<String> linked(Pattern site) {
        return observation.getLinks().stream()
                .filter(link -> link.length() < LINK && site.matcher(link).find())
                .findFirst();
    }

    /** The first class of a dimension stands. */
    private void put(String dimension, String rung, String shown) {
        if (classes.putIfAbsent(dimension, rung) == null) {
            evidence.put(dimension, shown);
        }
    }

    private static Pattern link(String site) {
        return Pattern.compile("^(?:https?://)?(?:www\\.)?" + site);
    }
}
