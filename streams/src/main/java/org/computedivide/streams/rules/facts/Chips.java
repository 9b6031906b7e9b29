package org.computedivide.streams.rules.facts;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.computedivide.streams.rules.text.CsvTable;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Token;
import org.jspecify.annotations.Nullable;

/** Finds chips by the names that people use; the longest name wins. */
public final class Chips {

    private static final int LONGEST_NAME = 5;
    private static final Chips ALL = new Chips();

    private final Map<String, Accelerator> byAlias = new HashMap<>();
    private final Map<String, Accelerator> byName = new HashMap<>();

    private Chips() {
        for (Map<String, String> row : CsvTable.read("accelerators.csv")) {
            Accelerator chip = Accelerator.of(row);
            byName.put(chip.name(), chip);
            byAlias.put(squeeze(chip.name()), chip);
            chip.aliases().forEach(alias -> byAlias.put(squeeze(alias), chip));
        }
    }

    public static Chips all() {
        return ALL;
    }

    /** The chip of a canonical name, or of any name that contains one of its aliases. */
    public Optional<Accelerator> named(String name) {
        Accelerator exact = byName.get(name);
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
        if (sentence.get(from).isMark()) {
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
                name.append(squeeze(sentence.written(k)));
                parts++;
                Accelerator chip = lookUp(name.toString(), token);
                chip = chip == null ? slice(sentence, k) : chip;
                best = chip == null || startsInsideWord(sentence, from) ? best : new Mention(chip, from, k);
            }
        }
        return best;
    }

    /** "v3-8 TPUs": the generation stands alone in front of the slice. */
    private @Nullable Accelerator slice(Sentence sentence, int k) {
        String word = sentence.get(k).word();
        boolean generation =
                word.length() > 1 && word.length() < 4 && word.charAt(0) == 'v' && Character.isDigit(word.charAt(1));
        return generation && sentence.after(k, 4, Set.of("tpu", "tpus")) > 0 ? byAlias.get("tpu" + word) : null;
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
            if (Character.isLetterOrDigit(c)) {
                squeezed.append(c);
            }
        }
        return squeezed.toString().toLowerCase(Locale.ROOT);
    }
}
