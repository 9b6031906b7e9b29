package org.computedivide.streams.rules.facts;

import java.util.Set;
import org.computedivide.streams.rules.facts.Whose.Owner;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Token;
import org.computedivide.streams.rules.text.WordSet;

/** The name that a number stands in or behind, and whose it is. */
final class NameInFront {

    /** A name has no more tokens. */
    static final int NAME = 8;

    private static final int LINKS = 5;
    private static final Set<String> LINK = Words.words("""
            ( - * _ ' ` + , with has have having contains of its about approximately only over just a the in total at which
            is ~ s around has needs requires uses trained full large roughly nearly up to size using""");

    private static final Set<String> ARTICLE = WordSet.of("a", "an");
    private static final Set<String> IS = WordSet.of("is", "are", "as", ",");

    private final Subject subject;

    NameInFront(Subject subject) {
        this.subject = subject;
    }

    /** First token of the name that the number stands in or behind, or -1. */
    static int of(Sentence sentence, int i) {
        int k = i - 1;
        for (int steps = 0; k >= 0 && steps < LINKS && isLink(sentence.get(k)); steps++) {
            k--;
        }
        int first = -1;
        for (int n = 0; k >= 0 && n < NAME; k--, n++) {
            Token token = sentence.get(k);
            if (token.in(TimeRule.UNITS) || token.is("optimal")) {
                break;
            }
            if (isNamePart(token) || isSmallName(sentence, k, i)) {
                first = k;
            } else if (!token.is("-") && !token.is(".") && !token.is("_") && !token.is("/") && !token.is("+")) {
                break;
            }
        }
        return first;
    }

    /** A small word that hyphens join to a name: the instruct of Orion-instruct, but not the art of state-of-the-art. */
    private static boolean isInName(Sentence sentence, int i) {
        int k = i;
        for (int n = 0; n < NAME && k > 1 && sentence.get(k).glued(); n++) {
            k -= sentence.get(k - 1).isMark() ? 2 : 1;
            if (sentence.get(k).capital() || sentence.get(k).isNumber()) {
                return true;
            }
        }
        return false;
    }

    /** The gemma of "gemma-2b": a word in small letters that a hyphen joins to the size. */
    private static boolean isSmallName(Sentence sentence, int k, int i) {
        return k == i - 2
                && sentence.get(i).glued()
                && sentence.get(i).hasLetter()
                && (sentence.get(k + 1).is("-") || sentence.get(k + 1).is("_"))
                && sentence.get(k).kind() == Token.Kind.WORD
                && sentence.get(k).end() == sentence.get(k + 1).start();
    }

    private static boolean isLink(Token token) {
        return token.in(LINK) && !token.capital();
    }

    private static boolean isNamePart(Token token) {
        return (token.kind() == Token.Kind.WORD && (token.capital() || token.glued()))
                || (token.isNumber() && (token.glued() || (token.word().isEmpty() && token.value() < 100)));
    }

    /** The first word of the name that says anything decides. */
    Owner owner(Sentence sentence, int from, int to) {
        for (int k = from; k < to; k++) {
            boolean name = sentence.get(k).capital() || isInName(sentence, k) || isSmallName(sentence, k, to);
            Owner owner = name && !isOfKind(sentence, k) ? subject.head(sentence.get(k)) : Owner.UNKNOWN;
            if (owner == Owner.OURS || (owner == Owner.OTHERS && !isOpening(sentence, k))) {
                return owner;
            }
        }
        return Owner.UNKNOWN;
    }

    /** "Orion is a Transformer with 2.7 billion parameters": what it is, not another's name. */
    private static boolean isOfKind(Sentence sentence, int k) {
        return k > 1
                && sentence.get(k).in(Whose.KIND)
                && sentence.get(k - 1).in(ARTICLE)
                && sentence.get(k - 2).in(IS)
                && sentence.get(k).end() < sentence.get(k + 1).start();
    }

    /** A capital at the beginning of a sentence does not make a name, unless there is more than one or a digit in it. */
    private static boolean isOpening(Sentence sentence, int k) {
        String written = sentence.written(k);
        return k == 0
                && written.chars().skip(1).noneMatch(c -> Character.isUpperCase(c) || Character.isDigit(c))
                && (sentence.size() < 2 || !sentence.get(1).is("-"));
    }

    /** Whose a row or column of a table is, by the first name in the cell that heads it. */
    Owner ofCell(Sentence sentence, int from, int to) {
        for (int k = from; k < to; k++) {
            Token token = sentence.get(k);
            Owner owner = token.capital() ? subject.head(token) : Owner.UNKNOWN;
            if (owner != Owner.UNKNOWN) {
                return owner;
            }
        }
        return ofSmallName(sentence, from, to);
    }

    /** "e5-large-v2", "gte-qwen2-7b": a name in small letters has a hyphen and a digit. */
    private Owner ofSmallName(Sentence sentence, int from, int to) {
        boolean hyphen = from + 2 < to && sentence.get(from + 1).is("-");
        boolean digit = false;
        for (int k = from; hyphen && k < to; k++) {
            digit |= sentence.written(k).chars().anyMatch(Character::isDigit);
        }
        return digit ? subject.head(sentence.get(from)) : Owner.UNKNOWN;
    }
}
