package org.computedivide.monitor.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Member;
import org.computedivide.avro.Release;
import org.computedivide.avro.topics.Topics;
import org.computedivide.monitor.output.Terminal;
import org.computedivide.monitor.reading.Reading;
import org.computedivide.monitor.reading.TopicReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Why observations are one release. */
@Command(
        name = "identity",
        description = "Show what a release is made of: each observation, and the key, name or statement that joins it.")
public final class Identity implements Callable<Integer> {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private SettingOptions options = new SettingOptions();

    @Option(names = "--json", description = "as one JSON object")
    private boolean json;

    @Parameters(paramLabel = "NAME", arity = "1..*", description = "name or family id, for example Llama 3.1")
    private List<String> words = List.of();

    @Override
    public Integer call() {
        try (Reading reading = options.open(spec)) {
            TopicReader topics = reading.topics();
            Release release = Explain.find(topics.latest(Topics.RELEASES), String.join(" ", words));
            List<Evidence> evidence = Explain.evidence(topics, release);
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(plain(release, evidence));
            } else {
                print(release, evidence, out);
            }
            out.flush();
        }
        return 0;
    }

    private static void print(Release release, List<Evidence> evidence, PrintWriter out) {
        out.println(Terminal.safe(release.getName() + "  (" + release.getFamilyId() + ")"));
        for (Member member : release.getMembers()) {
            out.println(Terminal.safe("  " + key(member) + "  " + member.getTitle()));
            out.println(Terminal.safe("      " + LinkWords.of(member, release.getMembers(), evidence)));
        }
        if (release.getDerivatives() > 0) {
            out.println("  and %d models made from it, counted and not joined".formatted(release.getDerivatives()));
        }
    }

    private static ObjectNode plain(Release release, List<Evidence> evidence) {
        ObjectNode plain = MAPPER.createObjectNode()
                .put("familyId", release.getFamilyId())
                .put("name", release.getName())
                .put("derivatives", release.getDerivatives());
        var members = plain.putArray("members");
        for (Member member : release.getMembers()) {
            members.addObject()
                    .put("observation", key(member))
                    .put("title", member.getTitle())
                    .put("link", member.getLink())
                    .put("reason", LinkWords.of(member, release.getMembers(), evidence));
        }
        return plain;
    }

    private static String key(Member member) {
        return member.getSource() + "/" + member.getNativeId();
    }
}
