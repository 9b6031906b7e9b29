package org.computedivide.streams.rules.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.text.Prose;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Tables;
import org.computedivide.streams.rules.text.Token;
import org.computedivide.streams.rules.text.WordSet;
import org.jspecify.annotations.Nullable;

/**
 * Draws facts from one observation: statements of a table, exact counts of the hub, the title and the text. What stands
 * in the title has the rule suffix {@code -title} and no span. Time is linear in the length of the text.
 */
public final class FactReader {

    private static final double FILE_MARGIN = 0.03;
    private static final Set<String> TABLE_FIELDS =
            WordSet.of("parameters", "activeParameters", "trainingTokens", "datasetTokens", "chipHours");
    /** What the rules look for is the same for every observation. */
    private static final Telling TELLING = telling();

    private final StatementFacts statements = new StatementFacts();
    private final HubFacts hub = new HubFacts();

    /** Facts of the observation in the order of the text, statements first. */
    public List<Fact> read(Observation observation) {
        List<Fact> facts = new ArrayList<>(statements.read(observation));
        if (observation.getForm().equals("operator")) {
            // Names in its words are those of others.
            return List.copyOf(facts);
        }
        facts.addAll(hub.read(observation));
        addSaid(observation, facts);
        return List.copyOf(facts);
    }

    private static void addSaid(Observation observation, List<Fact> facts) {
        Prose title = Prose.of(observation.getTitle());
        Prose repository = Subject.repository(observation);
        Prose text = Prose.of(observation.getText());
        Subject subject = Subject.of(title, repository, text);
        Whose whose = new Whose(subject);
        BaseRule bases = new BaseRule(subject, new BaseFamilies(observation.getOrganizations()));
        List<Rule> rules = rules(whose, bases);
        List<Finding> inTitle = findings(title, rules);
        if (NameSizes.isName(observation.getTitle())) {
            readAsName(title, inTitle);
        }
        title.sentences().forEach(sentence -> bases.readTitle(sentence, inTitle));
        List<Finding> inText = findings(text, rules);
        addTables(new TableFacts(whose, repository.text()).read(text), inText);
        if (inTitle.isEmpty() && inText.isEmpty()) {
            return;
        }
        PassTimes.multiply(inText);
        TokenStages.add(inText);
        dropSweep(inText);
        List<Finding> name = new ArrayList<>(inTitle);
        List<Finding> inRepository = findings(repository, rules);
        readAsName(repository, inRepository);
        name.addAll(inRepository);
        double exact = HubFacts.exact(facts);
        double mixture = Math.max(mixture(title), mixture(repository));
        Sizes sizes = Sizes.of(exact, mixture, repository.text(), name, inText);
        if (isCountedByMaker(exact, inText)) {
            facts.replaceAll(FactReader::asFileCount);
        }
        Pairs.own(inText, sizes);
        settled(inTitle, sizes).forEach(finding -> facts.add(finding.fact(true)));
        settled(inText, sizes).forEach(finding -> facts.add(finding.fact(false)));
    }

    /** The sizes of a name that stands alone, in the place of those that the rules for sentences find in it. */
    private static void readAsName(Prose name, List<Finding> findings) {
        findings.removeIf(finding ->
                finding.field().equals("parameters") && !finding.rule().equals(SizeShape.MIXTURE));
        NameSizes.of(name).stream()
                .filter(size -> size.field().equals("parameters"))
                .forEach(findings::add);
    }

    /** What a cell counts is said by the head of its row or column, whatever it looks like: "| Orion 8B | 1.3M |" are hours. */
    private static void addTables(List<Finding> tables, List<Finding> into) {
        Set<Integer> cells = new HashSet<>();
        tables.stream()
                .filter(finding -> !finding.field().equals("parameters"))
                .forEach(finding -> cells.add(finding.start()));
        into.removeIf(finding -> finding.field().equals("parameters") && cells.contains(finding.start()));
        into.addAll(tables);
    }

    /** The ends of a sweep of small runs say nothing where the text states a size of its own. */
    private static void dropSweep(List<Finding> text) {
        Map<Sentence, Finding> upper = new HashMap<>();
        text.stream()
                .filter(finding -> finding.rule().startsWith("sweep-"))
                .forEach(finding -> upper.put(finding.sentence(), finding));
        boolean stated = text.stream()
                .anyMatch(finding -> finding.field().equals("parameters")
                        && finding.rule().equals(SizeShape.STATED)
                        && !isEndOfSweep(finding, upper.get(finding.sentence())));
        text.removeIf(finding -> stated && isEndOfSweep(finding, upper.get(finding.sentence())));
    }

    /** The upper end is marked; the lower one stands in front of it. */
    private static boolean isEndOfSweep(Finding end, @Nullable Finding upper) {
        return upper != null
                && end.field().equals("parameters")
                && end.from() <= upper.from()
                && end.value() <= upper.value();
    }

    /**
     * Whether the maker gives the total of a mixture of experts, a little off what the files hold: they hold scales and heads
     * that predict further tokens as well, which the maker leaves out.
     */
    private static boolean isCountedByMaker(double exact, List<Finding> text) {
        boolean mixture = text.stream()
                .anyMatch(finding -> finding.field().equals("activeParameters")
                        || finding.rule().equals("mixture"));
        return exact > 0
                && mixture
                && text.stream()
                        .filter(finding -> finding.field().equals("parameters"))
                        .filter(finding -> finding.rule().equals(SizeShape.STATED)
                                || finding.rule().equals(TableFacts.RULE))
                        .anyMatch(finding -> StrictMath.abs(finding.value() - exact) <= FILE_MARGIN * exact);
    }

    private static Fact asFileCount(Fact fact) {
        return fact.getRule().equals("safetensors")
                ? Fact.newBuilder(fact).setRule("file-count").build()
                : fact;
    }

    private static Telling telling() {
        Prose nothing = Prose.of("");
        Subject nobody = Subject.of(nothing, nothing, nothing);
        return Telling.of(rules(new Whose(nobody), new BaseRule(nobody, new BaseFamilies(List.of()))));
    }

    /** In the order in which a sentence is read by them. */
    static List<Rule> rules(Whose whose, BaseRule bases) {
        return List.of(
                new ParameterRule(whose),
                new TokenRule(whose),
                new EpochRule(whose),
                new HardwareRule(),
                new TimeRule(whose),
                new ComputeRule(whose),
                new RateRule(),
                new MixtureRule(),
                bases,
                new ScheduleRule(whose),
                new PrecisionRule(),
                new GenerationRule(),
                new TrainingMethodRule());
    }

    /** Experts times size in a name such as 8x7B; 0 when there is none. */
    private static double mixture(Prose name) {
        double mixture = 0;
        for (Sentence sentence : name.sentences()) {
            for (int i = 0; i < sentence.size(); i++) {
                boolean is = sentence.get(i).kind() == Token.Kind.MIXTURE;
                mixture = is ? sentence.get(i).value() : mixture;
            }
        }
        return mixture;
    }

    private static List<Finding> settled(List<Finding> findings, Sizes sizes) {
        return findings.stream()
                .filter(finding -> !finding.rule().startsWith("part-"))
                .filter(sizes::isOurs)
                .filter(finding -> !sizes.isRoughly(finding))
                .map(sizes::settle)
                .toList();
    }

    private static List<Finding> findings(Prose prose, List<Rule> rules) {
        List<Finding> findings = new ArrayList<>();
        for (Sentence sentence : prose.sentences()) {
            int before = findings.size();
            for (long may = TELLING.in(sentence); may != 0; may &= may - 1) {
                rules.get(Long.numberOfTrailingZeros(may)).read(sentence, findings);
            }
            if (isWideRow(sentence)) {
                findings.subList(before, findings.size()).removeIf(FactReader::isOfTable);
            }
        }
        return findings;
    }

    /** A row of three or more cells is read with its table. */
    private static boolean isWideRow(Sentence sentence) {
        int marks = 0;
        for (int i = 0; Tables.isRow(sentence) && i < sentence.size(); i++) {
            marks += sentence.get(i).is("|") ? 1 : 0;
        }
        return marks > 3;
    }

    private static boolean isOfTable(Finding finding) {
        boolean named = finding.rule().equals(SizeShape.NAME);
        return !named && TABLE_FIELDS.contains(finding.field());
    }
}
