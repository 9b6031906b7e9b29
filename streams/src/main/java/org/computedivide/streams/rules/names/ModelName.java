package org.computedivide.streams.rules.names;

/**
 * The name of a model, taken apart.
 *
 * @param owner account before the slash, empty when there is none
 * @param name the name as written, without the owner
 * @param family slug of what is announced, for example {@code llama-3.1}; empty when the words hold no name
 * @param size number or word of the size, for example {@code 405b}, {@code 8x7b}, {@code 235b-a22b}, {@code large}
 * @param variant size and all else that tells members of a family apart, for example {@code 405b} or {@code 11b-vision}
 * @param tuning stage of training behind the name, for example {@code instruct}
 * @param format file or number format, for example {@code fp8} or {@code gguf}
 * @param date version date behind the name, for example {@code 0528}
 */
public record ModelName(
        String owner,
        String name,
        String family,
        String size,
        String variant,
        String tuning,
        String format,
        String date) {

    private static final int UNUSUAL = 8;

    /** Reads a repository id ({@code meta-llama/Llama-3.1-8B}), a tag ({@code llama3.1:405b}) or a name of a table. */
    public static ModelName read(String written) {
        String text = written.length() > 200 ? written.substring(0, 200) : written;
        int slash = text.indexOf('/');
        boolean id = slash > 0 && slash == text.lastIndexOf('/') && text.indexOf(' ') < 0;
        String owner = id ? text.substring(0, slash) : "";
        String name = id ? text.substring(slash + 1) : text;
        return NameParts.of(NameTokens.of(name)).named(owner, name.strip());
    }

    /** Whether the family can identify a model: not empty and not only words that many makers use. */
    public boolean isDistinct() {
        return !family.isEmpty() && NameParts.isDistinct(family);
    }

    /** The family with spelling taken out that makers change at will: {@code deepseek-v3} and {@code deepseek-3.0} agree. */
    public String familyKey() {
        return familyKey(family);
    }

    /** The same without the base model that the name begins or ends with; empty when it is not so named. */
    public String ownFamilyKey() {
        return familyKey(NameParts.withoutBase(family));
    }

    /** Whether two makers would hardly think of it both: it has a number or is long. */
    public boolean isUnusual() {
        return family.length() >= UNUSUAL || family.chars().anyMatch(Character::isDigit);
    }

    /** As {@link #familyKey()}, of a family that was read before. */
    public static String familyKey(String family) {
        return family.isEmpty() ? "" : NameParts.key(family);
    }
}
