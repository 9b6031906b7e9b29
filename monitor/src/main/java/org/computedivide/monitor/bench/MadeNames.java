package org.computedivide.monitor.bench;

import java.util.List;
import java.util.SplittableRandom;
import org.computedivide.avro.BaseModel;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Hub;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Organization;
import org.computedivide.streams.rules.names.IdentityKeys;
import org.computedivide.streams.rules.names.ModelName;

/**
 * Names of repositories made by chance from a seed, as they stand on a hub: one in ten is a base of its account, the others
 * are made from an earlier base, the first bases far more often than the last; one derivative in a hundred is a release
 * if it added enough to its base. The same number gives the same name.
 */
final class MadeNames {

    private static final int BASE_ONE_IN = 10;
    private static final int DEPENDS_ONE_IN = 100;
    private static final int ACCOUNTS_ONE_IN = 4;
    private static final int SERIES = 4_000;
    private static final List<String> WORDS =
            List.of("tern", "roc", "heron", "swift", "crane", "egret", "ibis", "lark", "plover");
    private static final List<String> MARKS =
            List.of("8b", "70b", "1.5b", "instruct", "gguf", "awq", "lora", "v2", "chat", "3b");
    private static final List<String> KINDS = List.of("finetune", "finetune", "quantized", "quantized", "adapter");

    private MadeNames() {}

    /**
     * A name and what the hub says beside it.
     *
     * @param repository that bears the name
     * @param kind base or what it was made as
     * @param release whether it announces one
     * @param base that it was made from; empty for a base
     */
    record Made(Observation repository, String kind, String release, String base) {

        /** What is proven: the name is read, its keys are made. */
        Evidence read() {
            String id = repository.getNativeId();
            ModelName name = ModelName.read(id);
            List<String> makers = base.isEmpty() ? List.of(id.substring(0, id.indexOf('/'))) : List.of();
            return Evidence.newBuilder()
                    .setSource(repository.getSource())
                    .setNativeId(id)
                    .setForm(repository.getForm())
                    .setContentHash("1")
                    .setKind(kind)
                    .setRelease(release)
                    .setModelName(name.name())
                    .setFamily(name.family())
                    .setVariant(name.variant())
                    .setOrganizations(makers.stream()
                            .map(maker ->
                                    Organization.newBuilder().setName(maker).build())
                            .toList())
                    .setKeys(IdentityKeys.of(repository, name, makers, !base.isEmpty()))
                    .setBaseModels(base.isEmpty() ? List.of() : List.of(new BaseModel(kind, base)))
                    .build();
        }
    }

    /** One of them. */
    static Made of(long number) {
        var random = new SplittableRandom(number);
        String id = id(number, random);
        if (number % BASE_ONE_IN == 0) {
            return new Made(repository(id), "base", "true", "");
        }
        double early = random.nextDouble();
        long basesBefore = number / BASE_ONE_IN;
        long base = BASE_ONE_IN * (long) (early * early * early * basesBefore);
        boolean depends = random.nextInt(DEPENDS_ONE_IN) == 0;
        return new Made(
                repository(id),
                one(KINDS, random),
                depends ? "depends-on-base" : "false",
                id(base, new SplittableRandom(base)));
    }

    private static String id(long number, SplittableRandom random) {
        return "u%d/%s-%s%d-%s-%s-%d"
                .formatted(
                        random.nextLong(number / ACCOUNTS_ONE_IN + 1),
                        one(WORDS, random),
                        one(WORDS, random),
                        random.nextInt(SERIES),
                        one(MARKS, random),
                        one(MARKS, random),
                        number);
    }

    private static Observation repository(String id) {
        return Observation.newBuilder()
                .setSource("huggingface")
                .setNativeId(id)
                .setForm("repository")
                .setHub(Hub.newBuilder().build())
                .build();
    }

    private static String one(List<String> words, SplittableRandom random) {
        return words.get(random.nextInt(words.size()));
    }
}
