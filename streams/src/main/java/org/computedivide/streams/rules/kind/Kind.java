package org.computedivide.streams.rules.kind;

import java.util.List;
import org.computedivide.avro.BaseModel;

/**
 * What an observation announces.
 *
 * @param kind base, finetune, quantized, adapter, merge or not-a-release
 * @param release true, false or depends-on-base: whether it is a release of its own
 * @param rule id of the rule that judged
 * @param quote the words that prove it, empty when it follows from tags
 * @param baseModels what it was made from, most certain first
 * @param flags what a reader should know, for example {@code unknown-origin}
 */
public record Kind(
        String kind, String release, String rule, String quote, List<BaseModel> baseModels, List<String> flags) {

    public static final String BASE = "base";
    public static final String FINETUNE = "finetune";
    public static final String QUANTIZED = "quantized";
    public static final String ADAPTER = "adapter";
    public static final String MERGE = "merge";
    public static final String NOT_A_RELEASE = "not-a-release";

    public Kind {
        baseModels = List.copyOf(baseModels);
        flags = List.copyOf(flags);
    }

    public static Kind notARelease(String rule, String quote) {
        return new Kind(NOT_A_RELEASE, "false", rule, quote, List.of(), List.of());
    }

    static Kind release(String kind, String rule, String quote) {
        return new Kind(kind, "true", rule, quote, List.of(), List.of());
    }
}
