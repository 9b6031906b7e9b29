package org.computedivide.monitor.running;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.computedivide.sinks.Secret;
import org.computedivide.sinks.SinksSettings;

/**
 * A JDBC address taken apart: user and password go their own way, so that the address can be logged.
 *
 * @param address without user and password
 * @param user {@code postgres} when the address names none
 * @param password empty when the address names none
 */
public record DatabaseLogin(String address, String user, String password) {

    private static final String DEFAULT_USER = "postgres";

    /** Takes a JDBC address apart. */
    public static DatabaseLogin of(String jdbc) {
        int question = jdbc.indexOf('?');
        if (question < 0) {
            return new DatabaseLogin(jdbc, DEFAULT_USER, "");
        }
        String user = DEFAULT_USER;
        String password = "";
        List<String> others = new ArrayList<>();
        for (String parameter : jdbc.substring(question + 1).split("&", -1)) {
            if (parameter.startsWith("user=")) {
                user = decoded(parameter.substring("user=".length()));
            } else if (parameter.startsWith("password=")) {
                password = decoded(parameter.substring("password=".length()));
            } else {
                others.add(parameter);
            }
        }
        String rest = others.isEmpty() ? "" : "?" + String.join("&", others);
        return new DatabaseLogin(jdbc.substring(0, question) + rest, user, password);
    }

    /** The settings of a sink on this database. */
    public SinksSettings sinks(int pagePort) {
        return new SinksSettings(address, user, new Secret(password), pagePort, null);
    }

    @Override
    public String toString() {
        return address + " as " + user;
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
