package org.computedivide.streams.rules;

import java.util.List;
import java.util.TreeSet;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.affiliation.Affiliation;
import org.computedivide.streams.rules.affiliation.AffiliationReader;
import org.computedivide.streams.rules.claim.Claim;
import org.computedivide.streams.rules.claim.ClaimReader;
import org.computedivide.streams.rules.claim.StateOfTheArt;
import org.computedivide.streams.rules.facts.FactReader;
import org.computedivide.streams.rules.kind.Kind;
import org.computedivide.streams.rules.kind.KindReader;
import org.computedivide.streams.rules.names.Folded;
import org.computedivide.streams.rules.names.IdentityKeys;
import org.computedivide.streams.rules.names.ModelName;
import org.computedivide.streams.rules.names.PresentedNames;
import org.computedivide.streams.rules.openness.OpennessReader;
import org.computedivide.streams.rules.priors.Cues;

/** Reads one observation: the facts, classes and identity keys that it proves. A function of the observation alone. */
public final class EvidenceReader {

    private final FactReader facts = new FactReader();
    private final KindReader kinds = new KindReader();
    private final AffiliationReader affiliations = new AffiliationReader();
    private final OpennessReader openness = new OpennessReader();
    private final ClaimReader claims = new ClaimReader();
    private final NameReader names = new NameReader();

    public Evidence read(Observation observation) {
        ModelName name = names.read(observation);
        Kind kind = named(kinds.read(observation), name, observation);
        Affiliation affiliation = affiliations.read(observation);
        List<String> sentences = Sentences.of(observation.getText());
        Claim claim = claims.read(observation, sentences);
        List<Fact> read = facts.read(observation);
        List<String> makers = affiliations.heads(affiliation.organizations()).stream()
                .map(Folded::slug)
                .distinct()
                .toList();
        return origin(observation)
                .setKind(kind.kind())
                .setKindRule(kind.rule())
                .setKindQuote(kind.quote())
                .setRelease(kind.release())
                .setBaseModels(kind.baseModels())
                .setModelName(name.name())
                .setFamily(name.family())
                .setVariant(name.variant())
                .setNames(PresentedNames.presented(observation))
                .setMentions(PresentedNames.mentioned(observation))
                .setKeys(IdentityKeys.of(observation, name, makers, isDerived(kind)))
                .setOrganizations(affiliation.organizations())
                .setAffiliation(affiliation.bySet())
                .setAffiliationByShare(affiliation.byShare())
                .setOpenness(openness.read(observation, sentences))
                .setClaim(claim.claim())
                .setClaimQuote(claim.quote())
                .setDomains(Domains.of(observation))
                .setCues(Cues.of(observation.getTitle(), observation.getText()))
                .setFlags(flags(observation, kind))
                .setFacts(read)
                .setPassages(Passages.of(observation.getText(), read))
                .build();
    }

    /** What a paper releases has a name of its own. */
    private static Kind named(Kind kind, ModelName name, Observation observation) {
        return Form.of(observation) == Form.PAPER && !name.isDistinct()
                ? Kind.notARelease("paper-names-no-model", "")
                : kind;
    }

    private static Evidence.Builder origin(Observation observation) {
        return Evidence.newBuilder()
                .setSource(observation.getSource())
                .setNativeId(observation.getNativeId())
                .setRevision(observation.getRevision())
                .setContentHash(observation.getContentHash())
                .setState(observation.getState())
                .setForm(Form.of(observation).word())
                .setTier(observation.getTier())
                .setOrigin(observation.getOrigin())
                .setIntake(observation.getIntake())
                .setUrl(observation.getUrl())
                .setTitle(observation.getTitle())
                .setPublishedAt(observation.getPublishedAt())
                .setObservedAt(observation.getObservedAt())
                .setMethodsVersion(Methods.version());
    }

    private static boolean isDerived(Kind kind) {
        return !kind.kind().equals(Kind.BASE) && !kind.release().equals("true");
    }

    private static List<String> flags(Observation observation, Kind kind) {
        boolean notable = observation.getStatements().stream()
                .anyMatch(statement -> statement.getField().equals("notable")
                        && !List.of("", "false", "no").contains(Folded.of(statement.getText())));
        var flags = new TreeSet<>(kind.flags());
        if (notable) {
            flags.add("notable");
        }
        if (kind.release().equals("true") && StateOfTheArt.isClaimed(observation)) {
            flags.add(StateOfTheArt.FLAG);
        }
        return List.copyOf(flags);
    }
}
