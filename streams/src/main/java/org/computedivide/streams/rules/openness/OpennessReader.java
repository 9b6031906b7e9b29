package org.computedivide.streams.rules.openness;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.computedivide.avro.Hub;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Openness;
import org.computedivide.streams.rules.Form;
import org.computedivide.streams.rules.Sentences;
import org.computedivide.streams.rules.kind.FrontMatter;
import org.computedivide.streams.rules.names.Folded;

/**
 * Reads how open a thing is. A gate before the download does not close it; a promise to open does not open it; a
 * licence that nobody states is unknown, one that the hub leaves empty is none.
 */
public final class OpennessReader {

    /** A text up to this length is a note or quotation, a longer one a card that speaks of many things. */
    private static final int QUOTATION = 1_500;

    private static final Set<String> WEIGHTS_ALONE = Set.of("maker-terms", "weights-licence-link", "base-terms");

    public Openness read(Observation observation) {
        return read(observation, Sentences.of(observation.getText()));
    }

    /** As {@link #read(Observation)}, when its text has been cut already. */
    public Openness read(Observation observation, List<String> sentences) {
        WeightsWords words = Form.of(observation) == Form.REPOSITORY && observation.getHub() != null
                ? WeightsWords.ofCard(sentences)
                : WeightsWords.in(sentences);
        Openness read = stated(observation)
                .or(() -> bound(observation, words))
                .or(() -> inherited(observation, words))
                .or(() -> own(observation))
                .or(() ->
                        licensed(observation).map(found -> WeightsTerms.over(observation, licence(observation), found)))
                .or(() -> said(observation, sentences, words))
                .or(() -> phrased(observation))
                .or(() -> WeightsTerms.ofMaker(observation))
                .orElseGet(() -> bare(observation));
        return withComponents(observation, words, read);
    }

    /** Training code, data and dimensions, each with what shows it. */
    private static Openness withComponents(Observation observation, WeightsWords words, Openness read) {
        Optional<License> license = read.getLicense().isEmpty()
                ? Optional.empty()
                : Licenses.standard().find(read.getLicense());
        Optional<TrainingCode.Found> code = TrainingCode.of(observation, words.ofCode(), codeClass(read));
        Dimensions.Shown shown = Dimensions.of(observation, read.getWeights(), license, code);
        Map<String, String> evidence = new TreeMap<>(read.getEvidence());
        evidence.putAll(shown.evidence());
        boolean stated = !read.getTrainingCode().equals("unknown");
        if (!stated) {
            code.ifPresent(found -> evidence.put("trainingCode", found.evidence()));
        }
        String data = shown.classes().getOrDefault("rldata", "unknown");
        if (!data.equals("unknown")) {
            evidence.put("data", evidence.getOrDefault("rldata", ""));
        }
        return Openness.newBuilder(read)
                .setTrainingCode(
                        stated
                                ? read.getTrainingCode()
                                : code.map(TrainingCode.Found::type).orElse("unknown"))
                .setData(data)
                .setDimensions(shown.classes())
                .setEvidence(evidence)
                .build();
    }

    /** Terms of the weights alone leave the code as it is licensed. */
    private static String codeClass(Openness read) {
        return WEIGHTS_ALONE.contains(read.getRule()) ? "unrestricted" : read.getLicenseClass();
    }

    /** A quotation beside a licence's name that binds the use: the name is then that of the code. */
    private static Optional<Openness> bound(Observation observation, WeightsWords words) {
        String text = observation.getText();
        boolean quotation = !text.isEmpty()
                && text.length() <= QUOTATION
                && !licence(observation).isEmpty();
        return quotation ? words.binding().map(said -> openness(observation, said)) : Optional.empty();
    }

    /**
     * A derivative of which neither field nor card states a licence is bound by that of its base where the base's terms
     * say so; the evidence names the base.
     */
    private static Optional<Openness> inherited(Observation observation, WeightsWords words) {
        String own = Folded.of(licence(observation));
        boolean silent = Form.of(observation) == Form.REPOSITORY && (own.isEmpty() || own.equals("none"));
        return silent && words.read().isEmpty()
                ? BoundBase.of(observation).flatMap(WeightsTerms::ofBase)
                : Optional.empty();
    }

    /** Terms of the maker's own that the repository does not name: those of its line of models, or the maker's at that time. */
    private static Optional<Openness> own(Observation observation) {
        boolean unnamed = isCustom(observation)
                && Licenses.standard()
                        .find(licence(observation), observation.getNativeId())
                        .filter(found -> !found.type().equals("unknown"))
                        .isEmpty();
        return unnamed
                ? BoundBase.of(observation)
                        .flatMap(WeightsTerms::ofBase)
                        .or(() -> MakerTerms.ofOwn(observation).map(WeightsTerms::ofOwn))
                : Optional.empty();
    }

    /** A curated table states the class. */
    private static Optional<Openness> stated(Observation observation) {
        return statement(observation, "accessibility")
                .map(OpennessReader::weights)
                .filter(weights -> !weights.equals("unknown"))
                .map(weights -> Openness.newBuilder()
                        .setWeights(weights)
                        .setTrainingCode(statement(observation, "trainingCode")
                                .map(OpennessReader::code)
                                .orElse("unknown"))
                        .setLicenseClass("unknown")
                        .setRule("table")
                        .build());
    }

    private static Optional<String> statement(Observation observation, String field) {
        return observation.getStatements().stream()
                .filter(statement -> statement.getField().equals(field))
                .map(statement -> Folded.of(statement.getText()))
                .findFirst();
    }

    private static String weights(String stated) {
        return switch (stated) {
            case "open weights unrestricted", "unrestricted" -> "unrestricted";
            case "open weights restricted use", "restricted use" -> "restricted-use";
            case "open weights non commercial", "non commercial" -> "non-commercial";
            case "api access", "api", "limited access" -> "api";
            case "hosted access no api", "hosted access", "hosted" -> "hosted";
            case "unreleased" -> "unreleased";
            default -> "unknown";
        };
    }

    private static String code(String stated) {
        return switch (stated) {
            case "open source", "open" -> "open";
            case "open restricted use", "restricted use" -> "restricted-use";
            case "open non commercial", "non commercial" -> "non-commercial";
            case "unreleased" -> "unreleased";
            default -> "unknown";
        };
    }

    /** The licence that a repository names, in its tag, front matter or by phrase. */
    private static Optional<Openness> licensed(Observation observation) {
        String written = licence(observation);
        if (written.isEmpty() || written.equals("none")) {
            return Optional.empty();
        }
        Optional<License> license =
                WeightsWords.ofWeights(written).or(() -> Licenses.standard().find(written, observation.getNativeId()));
        String type = license.map(License::type).orElse("unknown");
        if (type.equals("unknown") && !isCustom(observation)) {
            return Optional.empty();
        }
        return Optional.of(Openness.newBuilder()
                .setWeights(isCustom(observation) && type.equals("unknown") ? "restricted-use" : weightsOf(type))
                .setLicense(license.map(License::id).orElse(written))
                .setLicenseClass(type)
                .setRule(isCustom(observation) ? "custom-licence" : "licence")
                .build());
    }

    /** What words in the place of a licence say ("free for research and commercial use"); they stand as its name. */
    private static Optional<Openness> phrased(Observation observation) {
        String written = licence(observation);
        if (written.isEmpty() || written.equals("none")) {
            return Optional.empty();
        }
        Optional<WeightsWords.Said> said =
                WeightsWords.in(List.of("The model is " + written)).read();
        return Optional.of(Openness.newBuilder()
                        .setWeights(said.map(WeightsWords.Said::type).orElse("unknown"))
                        .setLicense(written)
                        .setLicenseClass("unknown")
                        .setRule("licence")
                        .build())
                .filter(read -> said.isPresent() || observation.getText().isEmpty());
    }

    /** Weights to be had under terms of the maker's own: such terms bind the use, whatever they say in full. */
    private static boolean isCustom(Observation observation) {
        Hub hub = observation.getHub();
        return hub != null
                && hub.getLicense() != null
                && Folded.of(hub.getLicense()).equals("other")
                && Form.of(observation) == Form.REPOSITORY
                && !observation.getNativeId().isEmpty();
    }

    /** Weights that are there with the licence's class; a licence on a page without weights does not release them. */
    private static String weightsOf(String type) {
        return type.equals("none") ? "unknown" : type;
    }

    private static String licence(Observation observation) {
        Hub hub = observation.getHub();
        FrontMatter card = FrontMatter.of(observation.getText());
        String tag = hub == null || hub.getLicense() == null ? card.value("license") : hub.getLicense();
        if (!Folded.of(tag).equals("other")) {
            return tag;
        }
        String name = card.value("license_name");
        return name.isEmpty() ? tag : name;
    }

    private static Optional<Openness> said(Observation observation, List<String> sentences, WeightsWords words) {
        return words.read()
                .map(said -> openness(observation, said))
                .map(read -> Services.over(observation, read))
                .or(() -> Availability.of(observation, sentences, words).map(said -> openness(observation, said)));
    }

    private static Openness openness(Observation observation, WeightsWords.Said said) {
        return Openness.newBuilder()
                .setWeights(said.type())
                .setLicense(said.license().isEmpty() ? licence(observation) : said.license())
                .setLicenseClass(said.rule().equals("says-licence") ? said.type() : "unknown")
                .setQuote(said.quote())
                .setRule(said.rule())
                .build();
    }

    /** Nothing is said: a repository that has the field and left it empty has no licence, all else is unknown. */
    private static Openness bare(Observation observation) {
        Hub hub = observation.getHub();
        boolean emptyField = Form.of(observation) == Form.REPOSITORY && hub != null && "none".equals(hub.getLicense());
        return Openness.newBuilder()
                .setLicense(emptyField ? "none" : "")
                .setLicenseClass(emptyField ? "none" : "unknown")
                .setRule("nothing-said")
                .setDimensions(Map.of())
                .build();
    }
}
