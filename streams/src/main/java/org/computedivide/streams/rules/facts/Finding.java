package org.computedivide.streams.rules.facts;

import org.computedivide.avro.Fact;
import org.computedivide.streams.rules.text.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A value found in a sentence, before it is settled whose it is.
 *
 * @param field as in Fact
 * @param number the value in the unit; null for text
 * @param text the value as written, or the canonical name of a chip
 * @param from first token of the value
 * @param to last token of the value
 */
record Finding(
        String field,
        @Nullable Double number,
        String text,
        String unit,
        Sentence sentence,
        int from,
        int to,
        String rule,
        String stage,
        String boundary,
        String owner) {

    private static final int LONGEST_QUOTE = 400;
    private static final int AROUND = 18;

    static Finding number(String field, double value, String unit, Sentence sentence, int from, int to, String rule) {
        return new Finding(
                field, value, sentence.words(from, to), unit, sentence, from, to, rule, "unknown", "unknown", "");
    }

    Finding ownedBy(String name) {
        return new Finding(field, number, text, unit, sentence, from, to, rule, stage, boundary, name);
    }

    Finding byRule(String newRule) {
        return new Finding(field, number, text, unit, sentence, from, to, newRule, stage, boundary, owner);
    }

    Finding inStage(String newStage) {
        return new Finding(field, number, text, unit, sentence, from, to, rule, newStage, boundary, owner);
    }

    Finding within(String newBoundary) {
        return new Finding(field, number, text, unit, sentence, from, to, rule, stage, newBoundary, owner);
    }

    /** First character of the value. */
    int start() {
        return sentence.get(from).start();
    }

    double value() {
        return number == null ? Double.NaN : number;
    }

    /** As a fact with the sentence, or what of it stands around the value, as its quote. */
    Fact fact(boolean fromTitle) {
        boolean whole = sentence.end(0, sentence.size() - 1) - sentence.start(0, sentence.size() - 1) <= LONGEST_QUOTE;
        int first = whole ? 0 : Math.max(0, from - AROUND);
        int last = whole ? sentence.size() - 1 : Math.min(sentence.size() - 1, to + AROUND);
        int start = sentence.start(first, last);
        int end = sentence.end(first, last);
        return Fact.newBuilder()
                .setField(field)
                .setOwner(owner)
                .setNumber(number)
                .setText(text)
                .setUnit(unit)
                .setQuote(sentence.text(start, end))
                .setStart(fromTitle ? -1 : start)
                .setEnd(fromTitle ? -1 : end)
                .setValueStart(sentence.start(from, to) - start)
                .setValueEnd(sentence.end(from, to) - start)
                .setRule(fromTitle ? rule + "-title" : rule)
                .setStage(stage)
                .setBoundary(boundary)
                .setQuarantine(Sanity.reason(field, value()))
                .build();
    }
}
