package org.computedivide.streams.rules.facts;

import java.util.ArrayList;
import java.util.List;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.text.Prose;
import org.computedivide.streams.rules.text.Sentence;

/**
 * Draws facts from one observation: statements of a table, exact counts of the hub, the title and the text. What stands
 * in the title has the rule suffix {@code -title} and no span. Time is linear in the length of the text.
 */
public final class FactReader {

    private final StatementFacts statements = new StatementFacts();
    private final HubFacts hub = new HubFacts();

    /** Facts of the observation in the order of the text, statements first. */
    public List<Fact> read(Observation observation) {
        List<Fact> facts = new ArrayList<>(statements.read(observation));
        facts.addAll(hub.read(observation));
        Prose title = Prose.of(observation.getTitle());
        Prose text = Prose.of(observation.getText());
        Whose whose = new Whose(Subject.of(observation, title, text));
        List<Rule> rules = rules(whose);
        List<Finding> inTitle = findings(title, rules);
        List<Finding> inText = findings(text, rules);
        inText.addAll(new TableFacts(whose).read(text));
        List<Finding> name = new ArrayList<>(inTitle);
        name.addAll(findings(Subject.repository(observation), rules));
        Sizes sizes = Sizes.of(HubFacts.exact(observation), name, inText);
        settled(inTitle, sizes).forEach(finding -> facts.add(finding.fact(true)));
        settled(inText, sizes).forEach(finding -> facts.add(finding.fact(false)));
        return List.copyOf(facts);
    }

    private static List<Rule> rules(Whose whose) {
        return List.of(
                new ParameterRule(whose),
                new TokenRule(whose),
                new EpochRule(whose),
                new HardwareRule(),
                new TimeRule(whose),
                new ComputeRule(whose),
                new RateRule(),
                new MixtureRule());
    }

    private static List<Finding> settled(List<Finding> findings, Sizes sizes) {
        return findings.stream().filter(sizes::isOurs).map(sizes::settle).toList();
    }

    private static List<Finding> findings(Prose prose, List<Rule> rules) {
        List<Finding> findings = new ArrayList<>();
        for (Sentence sentence : prose.sentences()) {
            rules.forEach(rule -> rule.read(sentence, findings));
        }
        return findings;
    }
}
