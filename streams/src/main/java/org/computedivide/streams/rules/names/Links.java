package org.computedivide.streams.rules.names;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses as keys: what differs without meaning is taken out. */
public final class Links {

    private static final Pattern ARXIV = Pattern.compile(
            "(?:arxiv\\.org/(?:abs|pdf|html)/|arxiv:|huggingface\\.co/papers/|alphaxiv\\.org/abs/)(\\d{4}\\.\\d{4,5}|[a-z-]{2,20}(?:\\.[a-z]{2})?/\\d{7})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ARXIV_ID = Pattern.compile(
            "(\\d{4}\\.\\d{4,5}|[a-z-]{2,20}(?:\\.[a-z]{2})?/\\d{7})(?:v\\d{1,3})?", Pattern.CASE_INSENSITIVE);
    private static final Pattern REPOSITORY = Pattern.compile(
            "https?://(?:www\\.)?(?:huggingface\\.co|hf\\.co)/(?!datasets/|spaces/|papers/|collections/|blog/|docs/|models\\b)([\\w.-]{1,96}/[\\w.-]{1,96})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FORGE = Pattern.compile(
            "https?://(?:www\\.)?(github\\.com|gitlab\\.com)/([\\w.-]{1,96}/[\\w.-]{1,96})", Pattern.CASE_INSENSITIVE);
    private static final Pattern ACCOUNT = Pattern.compile(
            "https?://(?:(?:www\\.)?(?:github\\.com|gitlab\\.com|huggingface\\.co|hf\\.co)/(?:datasets/|spaces/|collections/)?([\\w.-]{1,96})/[\\w.-]|([\\w-]{1,96})\\.github\\.io)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile(
            "https?://(?:www\\.)?([^/?#\\s]{1,200})([^?#\\s]{0,400})(\\?[^#\\s]{0,400})?.{0,400}",
            Pattern.CASE_INSENSITIVE);
    /** Parameters that say which page of a site is meant; others tell where one came from or how it is shown. */
    private static final Pattern PAGE = Pattern.compile(
            "[?&]((?:id|p|v|doi|arnumber|(?:article|news|post|page|threatinfo)_?id)=[^&\\s]{1,200})",
            Pattern.CASE_INSENSITIVE);

    private Links() {}

    /** The arXiv id in an address, without its version. */
    public static Optional<String> arxiv(String link) {
        Matcher found = ARXIV.matcher(link);
        return found.find() ? Optional.of(Folded.lower(found.group(1))) : Optional.empty();
    }

    /** The id when the words are an arXiv id with or without version. */
    public static Optional<String> arxivId(String id) {
        Matcher found = ARXIV_ID.matcher(id);
        return found.matches() ? Optional.of(Folded.lower(found.group(1))) : Optional.empty();
    }

    /** The repository on the Hugging Face Hub that an address leads to, as written. */
    public static Optional<String> repository(String link) {
        Matcher found = REPOSITORY.matcher(link);
        return found.find() ? Optional.of(trimmed(found.group(1))) : Optional.empty();
    }

    /** The repository on a code forge that an address leads to, as {@code owner/name}. */
    public static Optional<String> forge(String link) {
        Matcher found = FORGE.matcher(link);
        return found.find() ? Optional.of(trimmed(found.group(2))) : Optional.empty();
    }

    /** The account on a code forge or model hub that an address leads to, its pages on {@code github.io} among them. */
    public static Optional<String> account(String link) {
        Matcher found = ACCOUNT.matcher(link);
        if (!found.find()) {
            return Optional.empty();
        }
        return Optional.of(Folded.lower(found.group(1) == null ? found.group(2) : found.group(1)));
    }

    /** The host of an address, without {@code www.}; empty when it is none. */
    public static String host(String link) {
        Matcher found = ADDRESS.matcher(link);
        return found.matches() ? Folded.lower(found.group(1)) : "";
    }

    /**
     * The address without scheme, {@code www.}, fragment, trailing slash and what of the query does not say which page
     * is meant; empty when it is only a host.
     */
    public static String normalized(String link) {
        Matcher found = ADDRESS.matcher(link);
        if (!found.matches()) {
            return "";
        }
        String path = found.group(2);
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        String page = page(found.group(3));
        return path.isEmpty() && page.isEmpty() ? "" : Folded.lower(found.group(1)) + path + page;
    }

    private static String page(@Nullable String query) {
        Matcher found = PAGE.matcher(query == null ? "" : query);
        return found.find() ? "?" + found.group(1) : "";
    }

    private static String trimmed(String id) {
        String plain = id.endsWith(".git") ? id.substring(0, id.length() - 4) : id;
        return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    }
}
