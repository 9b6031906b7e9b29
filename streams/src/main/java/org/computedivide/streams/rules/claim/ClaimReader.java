package org.computedivide.streams.rules.claim;

import java.util.ArrayList;
import java.util.List;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.Form;
import org.computedivide.streams.rules.Sentences;
import org.computedivide.streams.rules.text.PhraseBook;

/**
 * Reads the main contribution claim after Schwartz et al. (Green AI): does the paper claim better results, less cost,
 * both, or something else? Only sentences that claim a result count; a benchmark, survey or analysis claims neither.
 */
public final class ClaimReader {

    private static final int ABSTRACT = 6_000;

    private static final String ACCURACY_WORDS =
            "\\b(?:state[- ]of[- ]the[- ]art|sota|outperform\\w{0,4}|surpass\\w{0,4}|superior(?:ity)?|(?:improv|enhanc|boost|increas)\\w{0,5} .{0,50}?(?:accuracy|performance|quality|score|f1|map|bleu|success rate|robustness|fidelity|results?)|best (?:performance|results?)|higher (?:accuracy|quality)|better (?:performance|results?|quality|accuracy)|exceed\\w{0,3}|achiev\\w{0,4} .{0,40}?\\d{1,3}(?:\\.\\d{1,2})?\\s?%|consistent(?:ly)? (?:gains|improve)|significant(?:ly)? (?:gains|improve)|strong performance|competitive)\\b";
    private static final String EFFICIENCY_WORDS =
            "\\b(?:faster|speed-?ups?|latency|throughput|efficien(?:t|cy|tly)|fewer (?:parameters|tokens|steps|flops)|less (?:memory|compute|data|time)|(?:reduc|lower|cut|sav)\\w{0,4} .{0,50}?(?:cost|costs|memory|latency|compute|computation|computational|overhead|flops|tokens|time|parameters|storage)|lightweight|compress\\w{0,4}|pruning|quantization|low[- ]cost|real[- ]time|at a fraction|\\d{1,4}(?:\\.\\d)?\\s?[x×] (?:faster|speedup|smaller|fewer|less)|memory footprint|inference cost|training cost)\\b";
    private static final String OTHER_WORDS =
            "\\b(?:benchmark|dataset|data set|corpus|survey|review|we (?:study|investigate|analy[sz]e|examine|audit|explore|evaluate|ask|argue|characterize|show that|find|reveal)|taxonomy|systematic(?:ally)? (?:study|evaluat|analy)|theor(?:y|etical|em)|case study|position paper|interpretab\\w{1,6}|toolkit|shared task|annotat\\w{1,4}|human study|probing|empirical(?:ly)? (?:study|analysis))\\b";

    private static final PhraseBook CUES = PhraseBook.ignoringCase(ACCURACY_WORDS, EFFICIENCY_WORDS, OTHER_WORDS);
    private static final int ACCURACY = 1;
    private static final int EFFICIENCY = 2;
    private static final int OTHER = 4;

    /** A sentence and the cues that are in it. */
    private record Heard(String text, long cues) {}

    public Claim read(Observation observation) {
        if (Form.of(observation) != Form.PAPER) {
            return new Claim("", "");
        }
        List<Heard> sentences = new ArrayList<>();
        for (String sentence : Sentences.of(observation.getText(), ABSTRACT)) {
            sentences.add(new Heard(sentence, CUES.in(sentence)));
        }
        long title = CUES.in(observation.getTitle());
        int accuracy = count(sentences, ACCURACY);
        int efficiency = count(sentences, EFFICIENCY) + ((title & EFFICIENCY) != 0 ? 2 : 0);
        int other = count(sentences, OTHER) + ((title & OTHER) != 0 ? 3 : 0);
        return judge(sentences, accuracy, efficiency, other);
    }

    private static Claim judge(List<Heard> sentences, int accuracy, int efficiency, int other) {
        if (other > accuracy + efficiency || accuracy + efficiency == 0) {
            return new Claim("other", quote(sentences, OTHER));
        }
        if (efficiency >= 2 && accuracy >= 1) {
            return efficiency > 2 * accuracy
                    ? new Claim("efficiency", quote(sentences, EFFICIENCY))
                    : new Claim("both", quote(sentences, EFFICIENCY));
        }
        return efficiency > accuracy
                ? new Claim("efficiency", quote(sentences, EFFICIENCY))
                : new Claim("accuracy", quote(sentences, ACCURACY));
    }

    private static int count(List<Heard> sentences, int cue) {
        int count = 0;
        for (Heard sentence : sentences) {
            count += (sentence.cues() & cue) != 0 ? 1 : 0;
        }
        return count;
    }

    private static String quote(List<Heard> sentences, int cue) {
        String last = "";
        for (Heard sentence : sentences) {
            last = (sentence.cues() & cue) != 0 ? sentence.text() : last;
        }
        return last;
    }
}
