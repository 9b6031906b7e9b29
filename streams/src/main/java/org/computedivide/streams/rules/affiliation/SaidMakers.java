package org.computedivide.streams.rules.affiliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Organization;
import org.computedivide.streams.rules.names.Folded;
import org.computedivide.streams.rules.text.Phrase;

/**
 * Makers that the words themselves name: who speaks ("we at Acme"), who announces ("Acme today releases …"), and whose
 * mail addresses stand at the head of a paper. Only registered names and telling hosts count; whoever else is named in a
 * text need not have made anything.
 */
final class SaidMakers {

    private static final int HEAD = 4_000;
    private static final int MAILS = 40;
    private static final String NAME = "(\\p{Lu}[\\w&.-]{0,30}(?: \\p{Lu}[\\w&.-]{0,30}){0,3})";
    private static final Phrase SPEAKS = Phrase.of("\\b(?:[Ww]e|[Tt]eam|[Rr]esearchers) at " + NAME);
    private static final Pattern ANNOUNCES = Pattern.compile(
            "\\A" + NAME
                    + " (?:(?:today|has|just|is|officially|now) ){0,2}(?:announc|releas|launch|introduc|unveil|open-sourc|debut)(?:es?|ed|ing|s)\\b");
    private static final Pattern MAIL = Pattern.compile("[\\w}]@((?:[\\w-]{1,40}\\.){1,4}[a-z]{2,10})\\b");
    /** Whose mail anybody can have. */
    private static final Set<String> ANYBODY = Set.of(
            "gmail.com",
            "outlook.com",
            "hotmail.com",
            "yahoo.com",
            "icloud.com",
            "proton.me",
            "protonmail.com",
            "qq.com",
            "foxmail.com",
            "163.com",
            "126.com",
            "naver.com",
            "mail.ru",
            "yandex.ru");

    private final Organizations organizations;

    SaidMakers(Organizations organizations) {
        this.organizations = organizations;
    }

    /** Who announces in a post, or who speaks in it; empty when nobody known does. */
    List<Organization> ofPost(Observation post, String date) {
        String text = head(post);
        return announcer(post.getTitle(), date)
                .or(() -> announcer(text, date))
                .or(() -> speaker(text, date))
                .map(List::of)
                .orElse(List.of());
    }

    /** Whose addresses stand at the head of a paper, else who speaks in it. */
    List<Organization> ofPaper(Observation paper, String date) {
        String text = head(paper);
        List<Organization> mails = mails(text);
        return mails.isEmpty() ? speaker(text, date).map(List::of).orElse(List.of()) : mails;
    }

    private Optional<Organization> announcer(String words, String date) {
        Matcher found = ANNOUNCES.matcher(words);
        return found.find() ? organizations.said(found.group(1), date) : Optional.empty();
    }

    private Optional<Organization> speaker(String text, String date) {
        if (!text.contains("e at ") && !text.contains("am at ") && !text.contains("rs at ")) {
            return Optional.empty();
        }
        Phrase.Search found = SPEAKS.matcher(text);
        while (found.find()) {
            Optional<Organization> said = organizations.said(found.group(1), date);
            if (said.isPresent()) {
                return said;
            }
        }
        return Optional.empty();
    }

    private List<Organization> mails(String text) {
        if (text.indexOf('@') < 0) {
            return List.of();
        }
        var found = new ArrayList<Organization>();
        Matcher mail = MAIL.matcher(text);
        for (int i = 0; i < MAILS && mail.find(); i++) {
            String host = Folded.lower(mail.group(1));
            if (!ANYBODY.contains(host)) {
                MailDomain.organization(host, Register.standard()).ifPresent(found::add);
            }
        }
        return found;
    }

    private static String head(Observation observation) {
        String text = observation.getText();
        return text.length() > HEAD ? text.substring(0, HEAD) : text;
    }
}
