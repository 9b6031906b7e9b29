package org.computedivide.streams.rules.facts;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.WordSet;

/**
 * Times of several networks in one sentence. Those of the parts of one system add up: "the autoencoder takes 7 days, and the
 * diffusion transformer takes 3 days". Of those that are set against each other, or are only bounds, nobody tells which is the
 * release's: "A took 18 days while B took 12 days", "<9 days for X, <4 days for Y".
 */
final class SeveralTimes {

    /** Which of such times is meant, nobody tells. */
    static final String UNSETTLED = "time-unsettled";

    private static final Set<String> TAKES = WordSet.of("takes", "took", "take", "requires", "required");
    private static final Set<String> AGAINST = WordSet.of("while", "whereas");
    private static final Set<String> AND = WordSet.of("and");
    private static final int CLAUSE = 16;
    /** Smaller numbers with a letter are those of data sets: CC-3M. */
    private static final double SMALLEST = 1e7;
    /** Networks that make one system together, named by what they do in it. */
    private static final Set<String> PART = Words.words("""
            autoencoder autoencoders vae vqvae vqgan tokenizer vocoder codec encoder decoder generator discriminator upsampler prior
            diffusion transformer latent upscaler captioner retriever reranker refiner""");

    private SeveralTimes() {}

    /** Settles the times of one sentence; leaves them alone when there is one, or when sizes tell whose each is. */
    static void settle(List<Finding> times) {
        List<Finding> hours = times.stream()
                .filter(time -> time.field().equals("trainingHours"))
                .toList();
        if (hours.size() != 2 || isSized(hours)) {
            return;
        }
        Finding first = hours.get(0);
        Finding last = hours.get(1);
        if (isBoundedTwice(first, last) || isAgainst(first, last)) {
            times.replaceAll(time -> hours.contains(time) ? time.byRule(UNSETTLED) : time);
        } else if (areParts(first, last)) {
            times.removeAll(hours);
            times.add(Finding.number(
                    first.field(),
                    first.value() + last.value(),
                    first.unit(),
                    first.sentence(),
                    first.from(),
                    last.to(),
                    first.rule()));
        }
    }

    private static boolean isBoundedTwice(Finding first, Finding last) {
        return first.rule().equals("time-bounded") && last.rule().equals("time-bounded");
    }

    private static boolean isAgainst(Finding first, Finding last) {
        int against = between(first, last, AGAINST);
        return against > 0 && isTaken(first, 0) && isTaken(last, against);
    }

    private static boolean areParts(Finding first, Finding last) {
        int and = between(first, last, AND);
        if (and < 0 || !isTaken(first, 0) || !isTaken(last, and)) {
            return false;
        }
        Set<String> one = parts(first, 0);
        Set<String> other = parts(last, and);
        return !one.isEmpty() && !other.isEmpty() && one.stream().noneMatch(other::contains);
    }

    private static int between(Finding first, Finding last, Set<String> words) {
        return first.sentence().after(first.to(), last.from() - first.to() - 1, words);
    }

    /** Whether a verb of taking time stands between the beginning of the clause and the time. */
    private static boolean isTaken(Finding time, int clause) {
        return time.sentence().before(time.from(), Math.min(CLAUSE, time.from() - clause), TAKES) >= 0;
    }

    private static Set<String> parts(Finding time, int clause) {
        Set<String> parts = new HashSet<>();
        for (int k = Math.max(clause, time.from() - CLAUSE); k < time.from(); k++) {
            if (time.sentence().get(k).in(PART)) {
                parts.add(time.sentence().get(k).word());
            }
        }
        return parts;
    }

    /** Whether sizes stand beside the times, by which each finds its owner. */
    private static boolean isSized(List<Finding> times) {
        Sentence sentence = times.get(0).sentence();
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.get(i).hasLetter() && sentence.get(i).value() >= SMALLEST) {
                return true;
            }
        }
        return false;
    }
}
