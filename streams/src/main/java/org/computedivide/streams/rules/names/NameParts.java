package org.computedivide.streams.rules.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Sorts the words of a name: family first, then size and variant, then tuning, format and date. */
final class NameParts {

    private static final Figure SIZE = Figure.of("\\d{1,5}(\\.\\d{1,3})?[bmt]|\\d{1,3}x\\d{1,4}(\\.\\d{1,2})?[bm]?");
    private static final Figure PART_OF_SIZE = Figure.of("[ae]\\d{1,4}(\\.\\d{1,2})?b|\\d{1,4}e|\\d{1,3}x");
    private static final Figure CONTEXT = Figure.of("\\d{1,5}k|1m|2m|4m|10m");
    private static final Figure FORMAT =
            Figure.of("i?q\\d|\\d(\\.\\d{1,2})?bit|\\d(\\.\\d{1,2})?bpw|w\\d{1,2}a\\d{1,2}");
    private static final Figure NUMBER = Figure.of("v?\\d{1,4}(\\.\\d{1,3}){0,2}");
    private static final Figure VERSION = Figure.of("v\\d{1,2}(?:\\.\\d{1,2})?");
    private static final Figure DATE =
            Figure.of("20\\d{6}|20\\d{4}|2[2-9]\\.?(0[1-9]|1[0-2])|(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");
    private static final Figure LETTER_AND_NUMBER = Figure.of("[a-z]\\d{1,2}");
    private static final Figure FORMAT_OF_FILE = Figure.of("i?q\\d");
    private static final Set<String> FIRST_VERSIONS = Set.of("1", "1.0", "01", "v1", "v1.0");
    private static final Set<String> GRADES_OF_FILE = Set.of("k", "m", "s");

    private final List<String> family = new ArrayList<>();
    private final List<String> size = new ArrayList<>();
    private final List<String> rest = new ArrayList<>();
    private final List<String> tuning = new ArrayList<>();
    private final List<String> format = new ArrayList<>();
    private final List<String> date = new ArrayList<>();
    private boolean open = true;
    private boolean bracket;

    private NameParts() {}

    static NameParts of(List<String> tokens) {
        var parts = new NameParts();
        for (int i = 0; i < tokens.size(); i++) {
            parts.take(tokens.get(i), i + 1 < tokens.size() ? tokens.get(i + 1) : "");
        }
        parts.dropMaker();
        parts.closeFamily();
        return parts;
    }

    ModelName named(String owner, String name) {
        var variant = new ArrayList<>(size);
        variant.addAll(rest);
        variant.addAll(date);
        return new ModelName(
                owner, name, join(family), join(size), join(variant), join(tuning), join(format), join(date));
    }

    private void take(String token, String next) {
        if (token.equals(NameTokens.OPEN) || token.equals(NameTokens.CLOSE)) {
            bracket = token.equals(NameTokens.OPEN);
        } else if (bracket && !family.isEmpty() && !isSize(token)) {
            rest.add(token);
        } else if (isFormat(token) && !isFirstOfItsKind(token, next)) {
            format.add(token);
        } else if (!family.isEmpty() && isSize(token)) {
            takeSize(token);
        } else if (!family.isEmpty() && DATE.is(token) && !(open && SIZE.is(next))) {
            date.add(token);
        } else if (open) {
            takeName(token);
        } else {
            takeBehind(token);
        }
    }

    private boolean isFormat(String token) {
        return !family.isEmpty()
                && (NameWords.is("format", token)
                        || FORMAT.is(token)
                        || (!format.isEmpty() && token.length() <= 2 && isOfFile(format.get(format.size() - 1))));
    }

    private static boolean isOfFile(String word) {
        return FORMAT_OF_FILE.is(word) || GRADES_OF_FILE.contains(word);
    }

    /** {@code i1} says how a GGUF file was made; before anything else it is a name's own: HiDream-I1-Full. */
    static boolean isFirstOfItsKind(String token, String next) {
        return token.equals("i1") && !NameWords.is("format", next) && !FORMAT.is(next);
    }

    private boolean isSize(String token) {
        return SIZE.is(token) || PART_OF_SIZE.is(token);
    }

    private void takeSize(String token) {
        if (!size.isEmpty() && CONTEXT.is(token)) {
            return;
        }
        open = false;
        size.add(token);
    }

    private void takeName(String token) {
        boolean contextLength = !family.isEmpty() && CONTEXT.is(token);
        if (!family.isEmpty() && (token.equals("distill") || token.equals("distilled"))) {
            open = false;
            rest.add(token);
        } else if (!NameWords.is("noise", token) && !contextLength) {
            family.add(token);
        }
    }

    private void takeBehind(String token) {
        if (NameWords.is("tuning", token) || token.equals("base")) {
            tuning.add(token);
        } else if (!CONTEXT.is(token) && !NameWords.is("noise", token)) {
            rest.add(token);
        }
    }

    /** {@code Meta-Llama-3.1}: the maker before the name, when a name remains. */
    private void dropMaker() {
        boolean named = family.size() >= 2
                && NameWords.is("prefix", family.get(0))
                && Character.isLetter(family.get(1).charAt(0))
                && !NameWords.is("size", family.get(1))
                && !NameWords.is("generic", family.get(1));
        if (named) {
            family.remove(0);
        }
    }

    /** Moves stages of training and words of size from the end of the family to where they belong. */
    private void closeFamily() {
        takeSizeBeforeVersion();
        int last = family.size() - 1;
        while (last >= 1 && movesOut(last)) {
            String word = family.remove(last);
            switch (NameWords.classOf(word)) {
                case "tuning" -> tuning.add(0, word);
                case "modality" -> rest.add(0, word);
                default -> size.add(0, word);
            }
            last--;
        }
    }

    /** {@code whisper-large-v3} is the large one of version 3. */
    private void takeSizeBeforeVersion() {
        int at = family.size() - 2;
        boolean sized = at >= 1
                && VERSION.is(family.get(at + 1))
                && NameWords.is("size", family.get(at))
                && !NameWords.isBrand(family.get(at - 1), family.get(at));
        if (sized) {
            size.add(0, family.remove(at));
        }
    }

    private boolean movesOut(int last) {
        String word = family.get(last);
        if (NameWords.isBrand(family.get(last - 1), word)) {
            return false;
        }
        boolean stage = NameWords.is("tuning", word) && !word.equals("thinking") && !word.equals("reasoning");
        return stage || NameWords.is("size", word) || isModality(last);
    }

    /** Behind a version, what goes in and out tells models of one announcement apart: {@code wan-2.2-i2v}. */
    private boolean isModality(int last) {
        return NameWords.is("modality", family.get(last)) && NUMBER.is(family.get(last - 1));
    }

    /**
     * The family without the base model that it names, when a name with a version of its own remains: {@code tulu-3} of
     * {@code llama-3.1-tulu-3}; else empty.
     */
    static String withoutBase(String family) {
        var own = new ArrayList<String>();
        boolean afterBase = false;
        for (String word : family.split("-", -1)) {
            boolean number = NUMBER.is(word);
            boolean base = NameWords.is("brand", word) || (afterBase && number);
            if (!base) {
                own.add(word);
            }
            afterBase = base && !number;
        }
        String rest = join(own);
        boolean named = own.size() >= 2 && !NUMBER.is(own.get(0));
        boolean versioned = own.stream().anyMatch(word -> NUMBER.is(word));
        return named && versioned && !rest.equals(family) && isDistinct(rest) ? rest : "";
    }

    static boolean isDistinct(String family) {
        for (String word : family.split("-", -1)) {
            boolean says = !NUMBER.is(word)
                    && !NameWords.is("generic", word)
                    && !NameWords.is("size", word)
                    && !NameWords.is("tuning", word)
                    && !NameWords.is("format", word)
                    && !NameWords.is("prefix", word)
                    && word.length() > 1;
            if (says || LETTER_AND_NUMBER.is(word)) {
                return true;
            }
        }
        return false;
    }

    /** Words without spaces between, since makers write {@code Code Llama} and {@code CodeLlama}; numbers stay apart. */
    static String key(String family) {
        var key = new StringBuilder();
        boolean afterNumber = true;
        for (String word : withoutFirst(family).split("-", -1)) {
            boolean number = NUMBER.is(word);
            if (!key.isEmpty() && (number || afterNumber)) {
                key.append('-');
            }
            key.append(number ? plainNumber(word) : word);
            afterNumber = number;
        }
        return key.toString();
    }

    /** The first version goes without its number as often as with it: {@code grok-1} is {@code grok}, {@code grok-2} is not. */
    private static String withoutFirst(String family) {
        int last = family.lastIndexOf('-');
        if (last < 0 || !FIRST_VERSIONS.contains(family.substring(last + 1))) {
            return family;
        }
        String rest = family.substring(0, last);
        boolean afterNumber = NUMBER.is(rest.substring(rest.lastIndexOf('-') + 1));
        return !afterNumber && isDistinct(rest) ? rest : family;
    }

    /** A version without what makers write or leave out: {@code v2.0} and {@code 2}, {@code 01} and {@code 1}. */
    static String plainNumber(String word) {
        String number = word.startsWith("v") ? word.substring(1) : word;
        String plain = number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
        boolean padded = plain.length() > 1 && plain.charAt(0) == '0' && plain.indexOf('.') < 0;
        return padded ? plain.substring(1) : plain;
    }

    private static String join(List<String> words) {
        return String.join("-", words);
    }
}
