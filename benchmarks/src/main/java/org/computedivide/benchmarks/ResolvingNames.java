package org.computedivide.benchmarks;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.computedivide.avro.BaseModel;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Hub;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Organization;
import org.computedivide.avro.Release;
import org.computedivide.streams.rules.identity.Families;
import org.computedivide.streams.rules.identity.FamilyStore;
import org.computedivide.streams.rules.names.IdentityKeys;
import org.computedivide.streams.rules.names.ModelName;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many new hub names a second the single writer resolves, in memory, beside those that it knows already: the name is
 * read, its keys are made, and its family is found. Nine in ten are derivatives, as on the hub.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx12g")
public class ResolvingNames {

    private static final String[] WORDS = {"tern", "roc", "heron", "swift", "crane", "egret", "ibis", "lark", "plover"};
    private static final String[] MARKS = {"8b", "70b", "1.5b", "instruct", "gguf", "awq", "lora", "v2", "chat", "3b"};

    private final Random random = new Random(1);
    private final Families families = new Families(FamilyStore.inMemory());
    private int made;

    @Param({"100000", "2000000"})
    private int known;

    /** Resolves the names that are known before the measurement. */
    @Setup
    public void load() {
        for (int i = 0; i < known; i++) {
            families.apply(next());
        }
    }

    /** One more name. */
    @Benchmark
    public SortedMap<String, Optional<Release>> resolve() {
        return families.apply(next());
    }

    private Evidence next() {
        String owner = "u" + random.nextInt(known / 4);
        String id = owner + "/" + pick(WORDS) + "-" + pick(WORDS) + random.nextInt(4_000) + "-" + pick(MARKS) + "-"
                + pick(MARKS) + "-" + made++;
        return random.nextInt(10) == 0 ? base(id, owner) : derivative(id);
    }

    private static Evidence base(String id, String owner) {
        return evidence(id, owner, "base", "true")
                .setOrganizations(
                        List.of(Organization.newBuilder().setName(owner).build()))
                .build();
    }

    private Evidence derivative(String id) {
        return evidence(id, "", "finetune", "false")
                .setBaseModels(List.of(new BaseModel("finetune", "u" + random.nextInt(known / 4) + "/tern")))
                .build();
    }

    private static Evidence.Builder evidence(String id, String maker, String kind, String release) {
        ModelName name = ModelName.read(id);
        Observation repository = Observation.newBuilder()
                .setSource("huggingface")
                .setNativeId(id)
                .setForm("repository")
                .setHub(Hub.newBuilder().build())
                .build();
        return Evidence.newBuilder()
                .setSource("huggingface")
                .setNativeId(id)
                .setForm("repository")
                .setContentHash("1")
                .setKind(kind)
                .setRelease(release)
                .setModelName(name.name())
                .setFamily(name.family())
                .setVariant(name.variant())
                .setKeys(IdentityKeys.of(repository, name, List.of(maker), !kind.equals("base")));
    }

    private String pick(String[] words) {
        return words[random.nextInt(words.length)];
    }
}
