package org.computedivide.streams.rules.names;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the name of the model in the title of a paper or post. */
public final class TitleName {

    private static final Pattern REPORT = Pattern.compile(
            "^(?:the\\s)?(.{2,60}?)[\\s:,-]{1,3}(?:open[- ])?(?:technical|tech|system|model)\\s(?:report|card)\\b.{0,80}$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OPENING = Pattern.compile(
            "^(?:(?:we(?:['’]re| are)\\s)?(?:introducing|announcing|meet|launching|releasing|presenting|unveiling|open[- ]sourcing|"
                    + "say hello to|hello,?|welcome|welcoming|today we release|expanding|open release of|the next generation of|"
                    + "the next chapter of|a first look at|previewing)\\s)(?:the\\s|our\\s|new\\s){0,2}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOSING = Pattern.compile(
            "\\s(?:is (?:here|out|now|live)|are (?:here|now)|now available|available|launch(?:es|ed)?|release[ds]?|preview|beta|"
                    + "model (?:family|series)|(?:family|series|suite|herd|collection) of)\\b.{0,200}$",
            Pattern.CASE_INSENSITIVE);
    /** "Roo Labs launches Wombat 2, an open model": what stands behind the maker and the verb. */
    private static final Pattern SUBJECT = Pattern.compile(
            "^[A-Z][\\w.’' -]{1,40}?\\s(?:launches|introduces|releases|unveils|announces|presents|open-sources)\\s(?=[A-Z])");

    private static final Pattern CUT =
            Pattern.compile("[:|!?]|\\s[–—-]+\\s|,\\s|\\s(?:and|with|for|by|from|on|offers|&)\\s");
    private static final Pattern NAME_WORD =
            Pattern.compile(".{0,40}(?:\\d|[A-Z][a-z]{0,20}[A-Z]|[A-Z]{2}|[a-z][A-Z]).{0,60}");

    private static final Pattern MARKUP = Pattern.compile("[$\\\\{}]|textbf|textit|texttt");
    private static final Pattern BLANKS = Pattern.compile("\\s{1,20}");

    private TitleName() {}

    /** The name in the title of a paper, empty when the title has none: what stands before the colon or "Technical Report". */
    public static String ofPaper(String title) {
        String plain = plain(title);
        Matcher report = REPORT.matcher(plain);
        if (report.matches()) {
            return head(report.group(1));
        }
        int colon = plain.indexOf(": ");
        String head = colon > 0 ? plain.substring(0, colon) : plain;
        boolean brief = colon > 0 || words(plain) <= 3;
        return brief && isName(head) ? head : "";
    }

    /** The name in the title of a post, empty when the title has none: "Introducing X", "X is here", "X: what it does". */
    public static String ofPost(String title) {
        String plain = plain(title);
        String rest = SUBJECT.matcher(OPENING.matcher(plain).replaceFirst("")).replaceFirst("");
        boolean announced = rest.length() < plain.length();
        String head = head(CLOSING.matcher(rest).replaceFirst(""));
        boolean named = announced || (words(head) <= 5 && startsUpper(head));
        return named && words(head) <= 7 ? head : "";
    }

    /** Whether it is the title of a report on one model: "X Technical Report", "X: model card". */
    public static boolean isOfReport(String title) {
        return REPORT.matcher(plain(title)).matches();
    }

    private static String plain(String title) {
        String text = title.length() > 300 ? title.substring(0, 300) : title;
        String line = text.replace('\n', ' ');
        String bare = isMarkedUp(line) ? MARKUP.matcher(line).replaceAll("") : line;
        return (bare.contains("  ") || !isPlain(bare) ? BLANKS.matcher(bare).replaceAll(" ") : bare).strip();
    }

    private static boolean isMarkedUp(String line) {
        return line.indexOf('$') >= 0
                || line.indexOf('\\') >= 0
                || line.indexOf('{') >= 0
                || line.indexOf('}') >= 0
                || line.contains("text");
    }

    /** Whether no blank but the space is in it. */
    private static boolean isPlain(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) < ' ') {
                return false;
            }
        }
        return true;
    }

    private static String head(String text) {
        Matcher cut = CUT.matcher(text);
        return (cut.find() && cut.start() > 1 ? text.substring(0, cut.start()) : text).strip();
    }

    private static boolean isName(String head) {
        int words = words(head);
        return words > 0
                && words <= 4
                && (words == 1 ? startsUpper(head) : NAME_WORD.matcher(head).matches());
    }

    private static boolean startsUpper(String text) {
        return !text.isEmpty()
                && (Character.isUpperCase(text.charAt(0))
                        || NAME_WORD.matcher(text).matches());
    }

    private static int words(String text) {
        int words = 0;
        boolean inside = false;
        String plain = text.strip();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            boolean blank = c == ' ' || (c >= '\t' && c <= '\r');
            words += !blank && !inside ? 1 : 0;
            inside = !blank;
        }
        return words;
    }
}
