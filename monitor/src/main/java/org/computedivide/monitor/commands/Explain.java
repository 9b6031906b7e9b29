package org.computedivide.monitor.commands;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Release;
import org.computedivide.avro.Variant;
import org.computedivide.avro.json.PlainJson;
import org.computedivide.avro.topics.Topics;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.reading.Reading;
import org.computedivide.monitor.reading.TopicReader;
import org.computedivide.monitor.settings.Nearest;
import org.computedivide.streams.rules.alerts.RecordJump;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The why of one release. */
@Command(
        name = "explain",
        description = "Say why a release stands as it does: each number with its quote, method, arithmetic and source.")
public final class Explain implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private SettingOptions options = new SettingOptions();

    @Option(names = "--json", description = "the release with its evidence, as one JSON object")
    private boolean json;

    @Parameters(paramLabel = "NAME", arity = "1..*", description = "name or family id, for example Llama 3.1")
    private List<String> words = List.of();

    @Override
    public Integer call() {
        try (Reading reading = options.open(spec)) {
            TopicReader topics = reading.topics();
            List<Release> releases = topics.latest(Topics.RELEASES);
            Release release = find(releases, String.join(" ", words));
            List<Evidence> evidence = evidence(topics, release);
            Optional<String> jump = jump(release, releases);
            spec.commandLine()
                    .getOut()
                    .print(json ? plain(release, evidence, jump) + "\n" : Why.of(release, evidence, jump));
            spec.commandLine().getOut().flush();
        }
        return 0;
    }

    /** A record broken by more than ten times is most often an error of a source. */
    private static Optional<String> jump(Release release, List<Release> releases) {
        return RecordJump.of(release, releases)
                .map(jump -> String.format(
                        Locale.ROOT,
                        "record-jump: %.1f times the record until then, %s FLOP of %s; most such jumps are errors of a source",
                        jump.times(),
                        Why.number(jump.former().getCompute()),
                        name(jump.former().getFamilyId(), releases)));
    }

    private static String name(String familyId, List<Release> releases) {
        return releases.stream()
                .filter(release -> release.getFamilyId().equals(familyId))
                .map(Release::getName)
                .findFirst()
                .orElse(familyId);
    }

    private static ObjectNode plain(Release release, List<Evidence> evidence, Optional<String> jump) {
        ObjectNode plain = PlainJson.write(release);
        jump.ifPresent(words -> plain.put("needsReview", words));
        var list = plain.putArray("evidence");
        evidence.forEach(one -> list.add(PlainJson.write(one)));
        return plain;
    }

    static List<Evidence> evidence(TopicReader topics, Release release) {
        Set<String> members = release.getMembers().stream()
                .map(member -> member.getSource() + "/" + member.getNativeId())
                .collect(Collectors.toSet());
        return topics.latest(Topics.EVIDENCE).stream()
                .filter(one -> members.contains(one.getSource() + "/" + one.getNativeId()))
                .toList();
    }

    /**
     * The release of a name, of a variant or of a family id, in any spelling.
     *
     * @throws CannotRun when there is none; it names the nearest
     */
    static Release find(List<Release> releases, String wanted) {
        Optional<Release> exact = only(releases, wanted, String::equals);
        return exact.or(() -> only(releases, wanted, String::contains)).orElseThrow(() -> unknown(releases, wanted));
    }

    /** Of several that fit, the one with the shortest name: "llama 3" is not Llama 3.1. */
    private static Optional<Release> only(
            List<Release> releases, String wanted, java.util.function.BiPredicate<String, String> fits) {
        return releases.stream()
                .filter(release -> names(release).anyMatch(name -> fits.test(lower(name), lower(wanted))))
                .min(java.util.Comparator.comparingInt(
                                (Release release) -> release.getName().length())
                        .thenComparing(Release::getFamilyId));
    }

    private static Stream<String> names(Release release) {
        return Stream.concat(
                Stream.of(release.getName(), release.getFamilyId()),
                release.getVariants().stream().map(Variant::getName));
    }

    private static CannotRun unknown(List<Release> releases, String wanted) {
        List<String> known = releases.stream().map(Release::getName).distinct().toList();
        String hint = Nearest.to(wanted, known)
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse("; the names are listed by: divide releases");
        return new CannotRun("no release is named %s%s".formatted(wanted, hint));
    }

    /** Makers and readers write HunyuanVideo, Hunyuan Video and hunyuan-video. */
    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }
}
