package org.computedivide.streams.rules.facts;

import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Stems;
import org.computedivide.streams.rules.text.WordSet;

/** Which work a chip or a time was spent on, where it was not pretraining. */
final class Tuning {

    private static final int CLAUSE = 12;
    private static final Set<String> TUNING = Words.words("""
            finetune finetuning finetuned tune tuning tuned transfer transfers transferring alignment dpo rlhf sft""");
    private static final Set<String> FINE = Words.words("fine finetune finetuning finetuned transfer transfers");
    private static final Stems PRETRAINING = Stems.of("pretrain", "pre");
    private static final Stems OTHER_WORK = Stems.of(
            "generate",
            "generating",
            "generation",
            "annotat",
            "label",
            "render",
            "simulat",
            "inferenc",
            "evaluat",
            "caption",
            "deploy");
    private static final int SUBJECT = 10;
    private static final Set<String> OTHER_SUBJECT = Words.words("""
            annotators annotation annotating labelers labellers collecting collection gathering crawling scraping preprocessing
            players participants recording labelling labeling""");
    private static final Set<String> CLAUSE_END = WordSet.of(",", ";", ".", ":");
    private static final Stems TRAINING = Stems.of("train", "pretrain", "finetun", "tuning", "learn", "batch");

    private Tuning() {}

    /** "it takes three days to fine-tune", "fine-tuning took 40 hours". */
    static boolean isTuning(Sentence sentence, int i) {
        boolean tuning = sentence.before(i, CLAUSE, TUNING) >= 0 || sentence.after(i, 6, TUNING) >= 0;
        return tuning && !sentence.nearStem(i, CLAUSE, PRETRAINING);
    }

    /** The same where the word is no part of a name, and none of a training that makes the model itself: SFT, DPO. */
    static boolean isFineTuning(Sentence sentence, int i) {
        boolean tuning = sentence.before(i, CLAUSE, FINE) >= 0 || sentence.after(i, 6, FINE) >= 0;
        return tuning && !sentence.nearStem(i, CLAUSE, PRETRAINING);
    }

    /** "the data generation is performed across 48 GPUs for 10 days". */
    static boolean isOtherWork(Sentence sentence, int i) {
        return (sentence.stemBefore(i, CLAUSE, OTHER_WORK) && !sentence.nearStem(i, 20, TRAINING))
                || isOfOtherSubject(sentence, i);
    }

    /** "Collecting games took 40 days", "annotators worked for 3 weeks; training took 2 days": by what the clause begins with. */
    private static boolean isOfOtherSubject(Sentence sentence, int i) {
        int subject = sentence.before(i, SUBJECT, OTHER_SUBJECT);
        return subject >= 0
                && sentence.after(subject, i - subject, CLAUSE_END) < 0
                && !sentence.stemBefore(i, i - subject, TRAINING)
                && !sentence.stemBefore(subject, 2, TRAINING);
    }
}
