package org.computedivide.monitor.commands;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Statement;

/**
 * What the operator says, as observations. The statements named {@code subject} tell what it is about, the others what
 * is said of it; the reason is the text, and the citation of every statement. The id follows from what is said without
 * the reason, so that a better reason replaces the first.
 */
final class OperatorSays {

    private OperatorSays() {}

    /** That all of them are one release. */
    static Observation join(List<Subjects.Subject> things, String reason) {
        return about("join", things.subList(0, 1), others("join", things.subList(1, things.size())), reason)
                .setTitle("One release: " + names(things, ", "))
                .build();
    }

    /** That all but the last are not in the release of the last. */
    static Observation part(List<Subjects.Subject> things, String reason) {
        int last = things.size() - 1;
        return about("part", things.subList(0, last), others("part", things.subList(last, things.size())), reason)
                .setTitle("Not one release: " + names(things.subList(0, last), ", ") + " and "
                        + things.get(last).title())
                .build();
    }

    /**
     * That statements hold for a thing.
     *
     * @param action a word for what is done, the beginning of the id; for example correct or accept
     * @param title what is said, as a sentence
     * @param statements their citation is set to the reason
     */
    static Observation values(
            String action, Subjects.Subject thing, List<Statement> statements, String title, String reason) {
        return about(action, List.of(thing), statements, reason).setTitle(title).build();
    }

    /** The value of one field of a thing; a later value for the same field takes the place of this one. */
    static Observation correction(Subjects.Subject thing, Statement value, String title, String reason) {
        Statement field = Statement.newBuilder().setField(value.getField()).build();
        return Observation.newBuilder(values("correct", thing, List.of(value), title, reason))
                .setNativeId("correct:" + digest(List.of(statement("subject", thing.key()), field)))
                .build();
    }

    /** That it no longer holds. */
    static Observation withdrawn(Observation said) {
        return Observation.newBuilder(said).setState("withdrawn").build();
    }

    private static Observation.Builder about(
            String action, List<Subjects.Subject> things, List<Statement> said, String reason) {
        var statements = new ArrayList<Statement>();
        things.forEach(thing -> statements.add(statement("subject", thing.key())));
        said.forEach(one ->
                statements.add(Statement.newBuilder(one).setCitation(reason).build()));
        return Observation.newBuilder()
                .setNativeId(action + ":" + digest(statements))
                .setUrl(things.get(0).url())
                .setText(reason)
                .setStatements(statements);
    }

    private static List<Statement> others(String field, List<Subjects.Subject> others) {
        return others.stream().map(other -> statement(field, other.key())).toList();
    }

    private static Statement statement(String field, String text) {
        return Statement.newBuilder().setField(field).setText(text).build();
    }

    private static String names(List<Subjects.Subject> things, String between) {
        return things.stream().map(Subjects.Subject::title).collect(Collectors.joining(between));
    }

    private static String digest(List<Statement> statements) {
        String text = statements.stream()
                .map(one -> one.getField() + "\0" + one.getText() + "\0" + one.getNumber() + "\0" + one.getUnit())
                .collect(Collectors.joining("\n"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
