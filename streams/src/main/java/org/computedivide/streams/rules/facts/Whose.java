package org.computedivide.streams.rules.facts;

import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Token;

/** Whose is a number: ours, that of a base we build on, or another model's. */
final class Whose {

    private static final int CLAUSE = 14;
    private static final int NAME = 6;

    /** To whom a number belongs. */
    enum Owner {
        OURS,
        BASE,
        OTHERS
    }

    private final Subject subject;

    Whose(Subject subject) {
        this.subject = subject;
    }

    Owner of(Sentence sentence, int i) {
        int name = nameBefore(sentence, i);
        boolean foreign = name >= 0 && isForeign(sentence, name, i);
        if (foreign) {
            return sentence.before(name, 7, Words.BASE_MARK) >= 0 && !isCompared(sentence, i)
                    ? Owner.BASE
                    : Owner.OTHERS;
        }
        return isCompared(sentence, i) ? Owner.OTHERS : Owner.OURS;
    }

    /** First token of the name that the number stands in or behind, or -1. */
    int nameBefore(Sentence sentence, int i) {
        int k = i - 1;
        int steps = 0;
        while (k >= 0 && steps < 2 && isLink(sentence.get(k))) {
            k--;
            steps++;
        }
        int first = -1;
        for (int n = 0; k >= 0 && n < NAME; k--, n++) {
            Token token = sentence.get(k);
            if (isNamePart(token)) {
                first = k;
            } else if (!token.is("-") && !token.is(".") && !token.is("_") && !token.is("/")) {
                break;
            }
        }
        return first;
    }

    private static boolean isLink(Token token) {
        return token.is("(") || token.is("-") || token.is("*") || token.is("_") || token.is("'") || token.is("`");
    }

    private static boolean isNamePart(Token token) {
        return (token.kind() == Token.Kind.WORD && (token.capital() || token.glued()))
                || (token.isNumber() && (token.glued() || (token.word().isEmpty() && token.value() < 100)));
    }

    private boolean isForeign(Sentence sentence, int from, int to) {
        boolean foreign = false;
        for (int k = from; k < to; k++) {
            Token token = sentence.get(k);
            if (token.kind() == Token.Kind.WORD && subject.isOwn(token.word())) {
                return false;
            }
            foreign |= subject.isForeignName(token) && k > 0;
        }
        return foreign;
    }

    private static boolean isCompared(Sentence sentence, int i) {
        for (int k = i - 1; k >= Math.max(0, i - CLAUSE); k--) {
            Token token = sentence.get(k);
            if (token.in(Words.OURS)) {
                return false;
            }
            if (token.in(Words.COMPARISON) && !isMoreThan(sentence, k, i)) {
                return true;
            }
        }
        return false;
    }

    /** "more than 100 billion parameters" compares with nobody. */
    private static boolean isMoreThan(Sentence sentence, int than, int number) {
        return sentence.get(than).is("than") && number - than <= 2;
    }
}
