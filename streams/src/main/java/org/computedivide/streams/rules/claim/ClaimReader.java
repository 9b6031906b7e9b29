package org.computedivide.streams.rules.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.DataFile;
import org.computedivide.streams.rules.Form;
import org.computedivide.streams.rules.Sentences;
import org.computedivide.streams.rules.text.PhraseBook;

/**
 * Reads the main contribution claim after Schwartz et al. (Green AI): does the paper claim better results, less cost,
 * both, or something else? Sentences that claim a result count, and those that offer a method; a benchmark, survey, question
 * or analysis speaks against either.
 */
public final class ClaimReader {

    private static final int ABSTRACT = 6_000;

    private static final String METHOD_NOUN =
            "(?:method|framework|approach|model|algorithm|architecture|network|system|strategy|mechanism|module|pipeline|loss|objective|technique|scheme|paradigm|recipe|estimator|tokenizer|optimi[sz]er|transformer|encoder|decoder|agent|regulari[sz]\\w{1,6}|fine-?tuning|training|learning|distillation|attention|sampler|decoding|prompting|optimi[sz]ation|planner|controller|solver|detector|classifier|baseline|policy|retriev\\w{1,4}|reward|alignment|representation|parameteri[sz]ation|embedding)";

    private static final String OFFERS =
            "(?:propos|introduc|present|develop|design|devis|offer|train|build|formulat|combin)\\w{0,4}";

    private static final String ACCURACY_WORDS =
            "\\b(?:state[- ]of[- ]the[- ]art|sota|outperform\\w{0,4}|surpass\\w{0,4}|superior(?:ity)?|(?:improv|enhanc|boost|increas)\\w{0,5} .{0,50}?(?:accuracy|performance|quality|score|f1|map|bleu|success rate|robustness|fidelity|results?)|best (?:performance|results?)|higher (?:accuracy|quality)|better (?:performance|results?|quality|accuracy)|exceed\\w{0,3}|achiev\\w{0,4} .{0,40}?\\d{1,3}(?:\\.\\d{1,2})?\\s?%|consistent(?:ly)? (?:gains|improve)|significant(?:ly)? (?:gains|improve)|strong performance|competitive)\\b";
    private static final String EFFICIENCY_WORDS =
            "\\b(?:faster|speed-?ups?|latency|throughput|efficien(?:t|cy|tly)|fewer (?:parameters|tokens|steps|flops)|less (?:memory|compute|data|time)|(?:reduc|lower|cut|sav)\\w{0,4} .{0,50}?(?:cost|costs|memory|latency|compute|computation|computational|overhead|flops|tokens|time|parameters|storage)|lightweight|compress\\w{0,4}|pruning|quantization|low[- ]cost|real[- ]time|at a fraction|\\d{1,4}(?:\\.\\d)?\\s?[x×] (?:faster|speedup|smaller|fewer|less)|memory footprint|inference cost|training cost)\\b";
    private static final String OTHER_WORDS =
            "\\b(?:benchmark|dataset|data set|corpus|survey|review|we (?:study|investigate|analy[sz]e|examine|audit|explore|evaluate|ask|argue|characterize|show that|find|reveal)|taxonomy|systematic(?:ally)? (?:study|evaluat|analy)|theor(?:y|etical|em)|case study|position paper|interpretab\\w{1,6}|toolkit|shared task|annotat\\w{1,4}|human study|probing|empirical(?:ly)? (?:study|analysis))\\b";

    /** Somebody offers something; of what kind it is the next two tell. */
    private static final String OFFER_WORDS =
            "\\b(?:(?:we|this (?:paper|work|report|study|article))\\b,? (?:[\\w-]{1,14},? ){0,3}"
                    + OFFERS
                    + "|by (?:proposing|introducing|developing))\\b|\\b(?:our|the proposed) (?:[\\w-]{1,20} ){0,3}?"
                    + METHOD_NOUN + "s?\\b";

    private static final String METHOD_WORDS = "\\b" + OFFERS + "\\b.{0,160}?\\b" + METHOD_NOUN + "s?\\b";
    private static final String RESOURCE_WORDS =
            "\\b(?:benchmark|dataset|data set|corpus|survey|review|taxonomy|evaluation (?:framework|suite|protocol)|testbed|toolkit|leaderboard)\\b";
    /** Words of a result that claim less than those of accuracy. */
    private static final String RESULT_WORDS =
            "\\b(?:improv\\w{1,6}|effective(?:ness|ly)?|gains?|mitigat\\w{1,5}|reduc\\w{1,4} .{0,40}?(?:errors?|hallucinations?|bias|artifacts?|mse|wer|rmse|loss|variance|perplexity)|robust(?:ness)?|strong (?:performance|results|baseline)|high (?:accuracy|quality|fidelity)|accura(?:te|cy)|(?:f1|auc|map|bleu|psnr|dice|iou|recall|precision|perplexity)\\b.{0,30}?\\d|beats?|promising)\\b|\\d\\s?\\\\?%";

    private static final String INQUIRY_WORDS =
            "\\b(?:we (?:study|investigate|analy[sz]e|examine|audit|explore|evaluate|ask|argue|characterize|compare|benchmark|assess|test)|this (?:paper|study|work) (?:evaluates|examines|investigates|studies|explores|compares|assesses|reviews|surveys|analy[sz]es)|our (?:findings|analysis|study)|(?:findings|results) (?:reveal|suggest|indicate)|remains? (?:unclear|underexplored|unexplored|largely)|how (?:do|does|well)|whether)\\b";
    private static final String INQUIRING_TITLE =
            "\\b(?:evaluat|analysis|study|understanding|revisit|comparison|assess|evidence|exploring|investigat|benchmark|dataset|survey|review|corpus|towards?)\\w{0,8}";

    private static final PhraseBook CUES =
            PhraseBook.ignoringCase(ACCURACY_WORDS, EFFICIENCY_WORDS, OTHER_WORDS, OFFER_WORDS, INQUIRY_WORDS);
    private static final int ACCURACY = 1;
    private static final int EFFICIENCY = 2;
    private static final int OTHER = 4;
    private static final int OFFER = 8;
    private static final int INQUIRY = 16;
    /** Asked of few sentences only. */
    private static final PhraseBook OFFERED = PhraseBook.ignoringCase(METHOD_WORDS, RESOURCE_WORDS);

    private static final int METHOD = 1;
    private static final int RESOURCE = 2;
    private static final PhraseBook RESULT = PhraseBook.ignoringCase(RESULT_WORDS);
    private static final PhraseBook INQUIRING = PhraseBook.ignoringCase(INQUIRING_TITLE);

    /** What each sign weighs for or against a claim of results. */
    private static final Map<String, Double> WEIGHTS = DataFile.rows("claim-weights.csv").stream()
            .collect(Collectors.toMap(row -> row.get("sign"), row -> Double.valueOf(row.get("weight"))));

    /** A sentence and the cues that are in it. */
    private record Heard(String text, long cues) {

        boolean says(int cue) {
            return (cues & cue) != 0;
        }
    }

    public Claim read(Observation observation) {
        return read(observation, Sentences.of(observation.getText(), ABSTRACT));
    }

    /** As {@link #read(Observation)}, when its text has been cut already; what stands behind an abstract's length is not heard. */
    public Claim read(Observation observation, List<String> text) {
        if (Form.of(observation) != Form.PAPER) {
            return new Claim("", "");
        }
        List<Heard> sentences = new ArrayList<>();
        int length = 0;
        for (String sentence : text) {
            length += sentence.length();
            if (length <= ABSTRACT) {
                sentences.add(new Heard(sentence, CUES.in(sentence)));
            }
        }
        return judge(new Heard(observation.getTitle(), CUES.in(observation.getTitle())), sentences);
    }

    private static Claim judge(Heard title, List<Heard> sentences) {
        int accuracy = count(sentences, ACCURACY);
        double efficiency = count(sentences, EFFICIENCY) + (title.says(EFFICIENCY) ? weight("cost-title") : 0);
        List<Long> offered = sentences.stream()
                .filter(sentence -> sentence.says(OFFER))
                .map(sentence -> OFFERED.in(sentence.text()))
                .toList();
        double method = offered.contains((long) METHOD) ? weight("method") : 0;
        double against = against(title, sentences)
                + weight("resource")
                        * offered.stream().filter(of -> (of & RESOURCE) != 0).count();
        if (efficiency >= weight("cost-least") && weight("accuracy") * efficiency + method > against) {
            String claim = accuracy >= 1 && efficiency <= 2 * accuracy ? "both" : "efficiency";
            return new Claim(claim, quote(sentences, EFFICIENCY));
        }
        double results = weight("accuracy") * accuracy + method + weight("result") * resultsAtTheEnd(sentences);
        return results > against
                ? new Claim("accuracy", quote(sentences, accuracy > 0 ? ACCURACY : OFFER))
                : new Claim("other", quote(sentences, OTHER | INQUIRY));
    }

    /** What speaks for a question or an analysis as the contribution. */
    private static double against(Heard title, List<Heard> sentences) {
        return weight("other") * count(sentences, OTHER)
                + (title.says(OTHER) ? weight("other-title") : 0)
                + weight("inquiry") * count(sentences, INQUIRY)
                + (INQUIRING.in(title.text()) != 0 ? weight("inquiring-title") : 0)
                + (title.text().indexOf('?') >= 0 ? weight("question") : 0);
    }

    /** An abstract tells its results in its second half. */
    private static long resultsAtTheEnd(List<Heard> sentences) {
        int half = Math.min(sentences.size(), Math.max(3, sentences.size() / 2));
        return sentences.subList(sentences.size() - half, sentences.size()).stream()
                .filter(sentence -> RESULT.in(sentence.text()) != 0)
                .count();
    }

    private static double weight(String sign) {
        Double weight = WEIGHTS.get(sign);
        if (weight == null) {
            throw new IllegalStateException("claim-weights.csv has no row for " + sign);
        }
        return weight;
    }

    private static int count(List<Heard> sentences, int cue) {
        int count = 0;
        for (Heard sentence : sentences) {
            count += sentence.says(cue) ? 1 : 0;
        }
        return count;
    }

    private static String quote(List<Heard> sentences, int cue) {
        String last = "";
        for (Heard sentence : sentences) {
            last = sentence.says(cue) ? sentence.text() : last;
        }
        return last;
    }
}
