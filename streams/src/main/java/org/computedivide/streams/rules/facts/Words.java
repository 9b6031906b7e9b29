package org.computedivide.streams.rules.facts;

import java.util.List;
import java.util.Set;
import org.computedivide.streams.rules.text.Stems;
import org.computedivide.streams.rules.text.WordSet;

/** The vocabulary of the rules. */
final class Words {

    static final Set<String> PARAMETER = words("""
            parameter parameters params param weights parametres paramètres parámetros parametern parametri parâmetros hyperparameters
            total-parameters active-parameters connections""");

    /** What may stand between a number and its unit. */
    static final Set<String> QUALIFIER = words("""
            - * _ ~ + ( ) b billion million ` trainable learnable total active activated model free of learned neural network
            dense effective training trained plus non embedding the tunable unique sparse all its overall
            different adjustable scale transformer in gpus-of de di von""");

    static final Set<String> ACTIVE = words("""
            active activated activates activating activate active-parameters activation""");

    static final Set<String> MODEL = words("""
            model models variant variants version versions checkpoint checkpoints scale scales size sizes
            llm llms vlm mllm lm lms transformer network networks moe instruct base chat decoder backbone
            architecture run lmm vla plm series parameterization mixture diffusion code family agent policy generator student""");

    static final Set<String> BETWEEN_SIZE_AND_MODEL = words("""
            - + plus dense language large open source weight weights multimodal vision text video image moe
            mixture of experts reasoning hybrid base instruct chat multilingual generative autoregressive
            foundation code coding decoder only pretrained pre trained sparse diffusion transformer
            bilingual english chinese * instruction tuned sized scale speech audio protein world parallel
            based rl 种 款 两 三 四 五 六""");

    static final Set<String> TOKEN = words("""
            token tokens tok toks subwords bpe""");

    static final Set<String> BETWEEN_NUMBER_AND_TOKEN = words("""
            - * _ + , related reasoning dense of high quality + diverse rich focused training pretraining pre unique text multilingual diverse total raw
            carefully curated english code sub unlabeled additional more web new deduplicated filtered synthetic data
            multimodal bpe subword language clean cleaned natural chinese video visual vision interleaved
            japanese distinct the plus long context mixed worth open math image audio speech amino acid input better and
            our further extra""");

    static final Set<String> GPU = words("""
            gpu gpus tpu tpus npu npus accelerator accelerators chips chip gpus-of devices cards superchips
            gcds hpus ipus cores""");

    static final Stems TRAIN = Stems.of("train", "pretrain", "retrain", "learning", "optimi", "run");

    static final Set<String> COMPARISON = words("""
            than versus vs instead unlike like such competes compete rivalled baseline baselines compared comparable comparably teacher rivals rivaling
            rivalling matches matching match against competitor competitors existing previous previously
            prior outperform outperforms outperforming outperformed surpass surpasses surpassing surpassed
            beats beating similar competitive alternatives beyond exceeds exceed exceeding approaching parity par distilled
            e.g comparing comparison recent earlier counterparts counterpart competing""");

    /** Comparisons of runs: beside a chip or a time the words for baselines say less. */
    static final Set<String> RUN_COMPARISON = words(
            "than versus vs unlike compared comparing comparison sota sotas outperform outperforms outperforming surpassing beating");

    static final Set<String> OURS = words("""
            we our ours us ; this here itself resulting""");

    static final Set<String> BASE_MARK = words("""
            based built builds build finetuned finetune tuned initialized initialised derived derivative
            backbone base version from on upon using adapted extends continued pretrained trained training
            distilled merge initialization leveraging leverages upgraded customized""");

    static final Set<String> PART = words("""
            encoder encoders adapter adapters embedding embeddings tower head projector lora including
            includes comprising connector module tokenizer component vocoder vae layer layers
            discriminator classifier consisting expert each reward draft additional added extra
            updating frozen retriever""");

    /** Words for a part that mean the whole when they stand behind the number: "34B parameters each". */
    static final Set<String> PART_ONLY_BEFORE = WordSet.of("each");

    private Words() {}

    /** The words of several sets. */
    static Set<String> union(List<Set<String>> sets) {
        return WordSet.copyOf(sets.stream().flatMap(Set::stream).toList());
    }

    /** The words of a text, split at white space. */
    static Set<String> words(String text) {
        return WordSet.of(text.split("\\s+"));
    }
}
