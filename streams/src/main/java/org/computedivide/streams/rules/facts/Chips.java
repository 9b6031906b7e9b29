package org.computedivide.streams.rules.facts;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.computedivide.streams.rules.text.CsvTable;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Token;
import org.computedivide.streams.rules.text.WordSet;
import org.jspecify.annotations.Nullable;

/** Finds chips by the names that people use; the longest name wins. */
public final class Chips {

    private static final int LONGEST_NAME = 5;
    private static final Chips ALL = new Chips();

    private final Map<String, Accelerator> byAlias = new HashMap<>();
    private final Map<String, Accelerator> byName = new HashMap<>();
    private final WordSet beginnings;
    private final BitSet digits = new BitSet();

    private Chips() {
        Set<String> letters = new HashSet<>();
        for (Map<String, String> row : CsvTable.read("accelerators.csv")) {
            Accelerator chip = Accelerator.of(row);
            byName.put(chip.name(), chip);
            String maker = chip.name().substring(0, chip.name().indexOf(' ') + 1);
            learn(chip.name(), chip, letters);
            chip.aliases().forEach(alias -> learn(alias, chip, letters));
            chip.aliases().forEach(alias -> learn(maker + alias, chip, letters));
        }
        beginnings = WordSet.copyOf(letters);
    }

    private void learn(String alias, Accelerator chip, Set<String> letters) {
        String squeezed = squeeze(alias);
        byAlias.put(squeezed, chip);
        addBeginnings(alias, letters);
        letters.add(squeezed + "s");
        digits.set(pair(squeezed));
    }

    /** A word of a text can end where the name is written apart and between its letters and digits; "in" begins no Instinct. */
    private static void addBeginnings(String alias, Set<String> letters) {
        for (int end = 1; end <= alias.length(); end++) {
            boolean ends = end == alias.length() || kind(alias.charAt(end)) != kind(alias.charAt(end - 1));
            if (ends) {
                letters.add(squeeze(alias.substring(0, end)));
            }
        }
    }

    private static int kind(char c) {
        return Character.isDigit(c) ? 1 : Character.isLetter(c) ? 2 : 0;
    }

    public static Chips all() {
        return ALL;
    }

    /** The chip of a canonical name, or of any name that contains one of its aliases. */
    public Optional<Accelerator> named(String name) {
        Accelerator known = byName.get(name);
        Accelerator exact = known != null ? known : byAlias.get(squeeze(name));
        return exact != null ? Optional.of(exact) : firstIn(name);
    }

    private Optional<Accelerator> firstIn(String name) {
        for (Sentence sentence :
                org.computedivide.streams.rules.text.Prose.of(name).sentences()) {
            for (int i = 0; i < sentence.size(); i++) {
                Mention mention = at(sentence, i);
                if (mention != null) {
                    return Optional.of(mention.chip());
                }
            }
        }
        return Optional.empty();
    }

    /** A chip named from one token to another, both included. */
    record Mention(Accelerator chip, int from, int to) {}

    /** The chip whose name begins at the token, or null. */
    @Nullable
    Mention at(Sentence sentence, int from) {
        if (!mayBegin(sentence, from)) {
            return null;
        }
        StringBuilder name = new StringBuilder();
        Mention best = null;
        int parts = 0;
        for (int k = from; sentence.holds(k) && parts < LONGEST_NAME; k++) {
            Token token = sentence.get(k);
            if (token.isMark() && !token.is("-") && !token.is(".")) {
                break;
            }
            if (!token.isMark()) {
                if (k == from + 1 && isApart(sentence, k)) {
                    break;
                }
                name.append(squeeze(sentence.written(k)));
                parts++;
                if (k > from && !isBeginning(name.toString())) {
                    break;
                }
                Accelerator chip = lookUp(name.toString(), token);
                chip = chip == null ? slice(sentence, k) : chip;
                best = chip == null || startsInsideWord(sentence, from) ? best : new Mention(chip, from, k);
            }
        }
        return best;
    }

    /** Whether the name of a chip ends at the token. */
    boolean endsAt(Sentence sentence, int to) {
        for (int from = to; from >= Math.max(0, to - 2 * LONGEST_NAME); from--) {
            Mention mention = at(sentence, from);
            if (mention != null) {
                return mention.to() == to;
            }
        }
        return false;
    }

    private static boolean isJoined(Sentence sentence, int from) {
        return sentence.holds(from + 1)
                && sentence.get(from).end() == sentence.get(from + 1).start();
    }

    /** Whether a name goes on so, counted in front of it or not. */
    private boolean isBeginning(String name) {
        return beginnings.has(name) || name.charAt(0) == 'x' || name.charAt(0) == 'v';
    }

    /** A letter alone is no beginning of a name: "a 5000 h data set". */
    private static boolean isApart(Sentence sentence, int k) {
        Token first = sentence.get(k - 1);
        return first.end() - first.start() == 1 && first.end() < sentence.get(k).start();
    }

    /** "v3-8 TPUs": the generation stands alone in front of the slice. */
    private @Nullable Accelerator slice(Sentence sentence, int k) {
        String word = sentence.get(k).word();
        return isGeneration(word) && sentence.after(k, 4, Set.of("tpu", "tpus")) > 0 ? byAlias.get("tpu" + word) : null;
    }

    /** Whether some name begins so: most words of a text are dismissed here. */
    private boolean mayBegin(Sentence sentence, int from) {
        Token token = sentence.get(from);
        if (token.isMark() || (token.end() - token.start() == 1 && !isJoined(sentence, from))) {
            return false;
        }
        if (token.isNumber()) {
            return digits.get(pair(sentence.charAt(token.start()), sentence.charAt(token.start() + 1)))
                    && beginnings.has(squeeze(sentence.written(from)));
        }
        String word = token.word();
        return beginnings.has(word) || (token.glued() && word.charAt(0) == 'x') || isGeneration(word);
    }

    /** The first two letters of a name, for names that begin with a digit; most numbers are dismissed by them. */
    private static int pair(String name) {
        return name.length() < 2 ? 0 : pair(name.charAt(0), name.charAt(1));
    }

    private static int pair(char a, char b) {
        return a < 128 && b < 128 ? a * 128 + b : 0;
    }

    private static boolean isGeneration(String word) {
        return word.length() > 1 && word.length() < 4 && word.charAt(0) == 'v' && Character.isDigit(word.charAt(1));
    }

    /** One or many: H100s; or counted without a space: 8xH100. */
    private @Nullable Accelerator lookUp(String name, Token last) {
        Accelerator chip = byAlias.get(name);
        if (chip == null && name.length() > 3 && name.endsWith("s")) {
            chip = byAlias.get(name.substring(0, name.length() - 1));
        }
        if (chip == null && last.glued() && name.length() > 3 && name.charAt(0) == 'x') {
            chip = lookUp(name.substring(1), last);
        }
        return chip;
    }

    private static boolean startsInsideWord(Sentence sentence, int from) {
        return from > 0
                && sentence.get(from).glued()
                && sentence.get(from - 1).end() == sentence.get(from).start()
                && !sentence.get(from - 1).isMark()
                && !sentence.get(from - 1).isNumber();
    }

    private static String squeeze(String name) {
        StringBuilder squeezed = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || Character.isLetterOrDigit(c)) {
                squeezed.append(c);
            }
        }
        return squeezed.toString().toLowerCase(Locale.ROOT);
    }
}
