package org.computedivide.monitor.commands;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Statement;
import org.computedivide.avro.topics.Topics;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.output.Column;
import org.computedivide.monitor.output.RowWriter;
import org.computedivide.monitor.reading.Reading;
import org.computedivide.streams.rules.estimates.Verdicts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Facts that stand aside because they are impossible by themselves, and what the operator judges of them. */
@Command(
        name = "review",
        description = {
            "Look at facts that were set aside as impossible, and accept or reject them with a reason.",
            "A verdict is written to the log of record, and the estimates change by themselves."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {})
public final class Review {

    private static final String OPEN = "open";

    private static final List<Column> COLUMNS = List.of(
            Column.of("thing", 40, "thing"),
            Column.of("field", 18, "field"),
            Column.of("value", 14, "value"),
            Column.of("verdict", 8, "verdict"),
            Column.of("why", 60, "why"),
            Column.of("quote", 80, "quote"));

    @Command(
            name = "list",
            description = "Print the facts that stand aside and wait for a verdict, with the reason and the words.")
    int list(
            @Mixin ReadOptions options,
            @Option(names = "--all", description = "also those that were judged") boolean all) {
        try (Reading reading = options.open();
                RowWriter rows = options.writer(COLUMNS)) {
            List<Evidence> evidence = reading.topics().latest(Topics.EVIDENCE);
            Verdicts verdicts = Verdicts.of(evidence);
            evidence.forEach(one -> one.getFacts().stream()
                    .filter(fact -> !fact.getQuarantine().isEmpty())
                    .filter(fact -> all || verdicts.isOpen(one, fact))
                    .forEach(fact -> rows.write(row(one, fact, verdicts))));
            reading.topics().latest(Topics.RELEASES).stream()
                    .flatMap(release -> release.getVariants().stream())
                    .flatMap(variant -> variant.getSetAside().stream())
                    .distinct()
                    .forEach(words -> rows.write(row(words)));
        }
        return 0;
    }

    @Command(name = "accept", description = "Say that a fact is true after all; it takes part in the estimates.")
    int accept(
            @Mixin ReadOptions options,
            @Parameters(paramLabel = "THING", description = "as printed by: divide review list") String thing,
            @Parameters(paramLabel = "FIELD", description = "for example parameters") String field,
            @Option(names = "--reason", required = true, description = "why; shown with the release") String reason) {
        return judge(options, "accept", thing, field, reason);
    }

    @Command(name = "reject", description = "Say that a fact is not true; it takes part in nothing.")
    int reject(
            @Mixin ReadOptions options,
            @Parameters(paramLabel = "THING", description = "as printed by: divide review list") String thing,
            @Parameters(paramLabel = "FIELD", description = "for example parameters") String field,
            @Option(names = "--reason", required = true, description = "why; shown with the release") String reason) {
        return judge(options, "reject", thing, field, reason);
    }

    private static int judge(ReadOptions options, String verdict, String thing, String field, String reason) {
        try (Reading reading = options.open()) {
            List<Evidence> evidence = reading.topics().latest(Topics.EVIDENCE);
            var subject = new Subjects(evidence, reading.topics().latest(Topics.RELEASES)).find(thing);
            requireField(evidence, subject.key(), field);
            var said = OperatorSays.values(
                    verdict,
                    subject,
                    List.of(Statement.newBuilder()
                            .setField(verdict)
                            .setText(field)
                            .build()),
                    "%s: the %s of %s".formatted(verdict, field, subject.title()),
                    reason);
            try (OperatorDesk desk = OperatorDesk.open(reading, options)) {
                boolean isNew = !desk.write(List.of(said)).isEmpty();
                options.out().println(isNew ? said.getTitle() : "Nothing new: it was said before.");
                options.out().flush();
            }
        }
        return 0;
    }

    private static void requireField(List<Evidence> evidence, String key, String field) {
        boolean known = evidence.stream()
                .filter(one -> key.equals(one.getSource() + "/" + one.getNativeId()))
                .flatMap(one -> one.getFacts().stream())
                .anyMatch(fact -> fact.getField().equals(field));
        if (!known) {
            throw new CannotRun("%s says nothing of %s; its facts are listed by: divide explain".formatted(key, field));
        }
    }

    /** What others contradict: "source/nativeId field: why". */
    private static ObjectNode row(String words) {
        int colon = words.indexOf(": ");
        int field = words.lastIndexOf(' ', colon);
        return JsonNodeFactory.instance
                .objectNode()
                .put("thing", words.substring(0, field))
                .put("field", words.substring(field + 1, colon))
                .put("verdict", OPEN)
                .put("why", words.substring(colon + 2));
    }

    private static String verdict(Evidence evidence, Fact fact, Verdicts verdicts) {
        if (verdicts.isRejected(evidence, fact)) {
            return "rejected";
        }
        return verdicts.isAccepted(evidence, fact) ? "accepted" : OPEN;
    }

    private static ObjectNode row(Evidence evidence, Fact fact, Verdicts verdicts) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("thing", evidence.getSource() + "/" + evidence.getNativeId())
                .put("field", fact.getField())
                .put("value", fact.getNumber())
                .put("verdict", verdict(evidence, fact, verdicts))
                .put("why", fact.getQuarantine())
                .put("quote", fact.getQuote());
    }
}
