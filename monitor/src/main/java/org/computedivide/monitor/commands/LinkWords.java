package org.computedivide.monitor.commands;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Member;

/** The link of a member in words. */
final class LinkWords {

    private LinkWords() {}

    static String of(Member member, List<Member> members, List<Evidence> evidence) {
        if (isOperator(member)) {
            return said(member, evidence);
        }
        String link = member.getLink();
        int colon = Math.max(link.indexOf(':'), link.indexOf('~'));
        String rest = link.substring(colon + 1);
        return switch (link.substring(0, Math.max(0, colon))) {
            case "join" -> "joined by the operator: " + reason(rest, evidence).orElse("no reason is on record");
            case "name" ->
                link.charAt(colon) == '~'
                        ? byName(rest, members)
                        : "its maker and name are " + rest + with(member, members, evidence);
            case "repo" -> "the repository " + rest + with(member, members, evidence);
            case "arxiv" -> "the paper " + rest + with(member, members, evidence);
            case "url" -> "the address " + rest + with(member, members, evidence);
            default -> "stands for itself";
        };
    }

    private static String byName(String name, List<Member> members) {
        boolean alone = members.stream().filter(member -> !isOperator(member)).count() == 1;
        return alone
                ? "its name is " + name + "; nothing else is joined with it"
                : "hangs on it by the name " + name + ", which only one family near its date has";
    }

    private static boolean isOperator(Member member) {
        return member.getSource().equals("operator");
    }

    /** Who has the same key. */
    private static String with(Member member, List<Member> members, List<Evidence> evidence) {
        String others = evidence.stream()
                .filter(one -> one.getKeys().contains(member.getLink()))
                .map(one -> one.getSource() + "/" + one.getNativeId())
                .filter(key -> !key.equals(member.getSource() + "/" + member.getNativeId()))
                .limit(3)
                .collect(Collectors.joining(", "));
        if (others.isEmpty()) {
            return members.size() == 1 ? "; nothing else is joined with it" : "";
        }
        return ", as of " + others;
    }

    private static String said(Member member, List<Evidence> evidence) {
        return "said by the operator: "
                + reason(member.getSource() + "/" + member.getNativeId(), evidence)
                        .orElse("no reason is on record");
    }

    private static Optional<String> reason(String statement, List<Evidence> evidence) {
        return evidence.stream()
                .filter(one -> statement.equals(one.getSource() + "/" + one.getNativeId()))
                .flatMap(one -> one.getFacts().stream())
                .map(Fact::getQuote)
                .filter(quote -> !quote.isEmpty())
                .findFirst();
    }
}
