package org.computedivide.sinks;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the tables are and where the page listens.
 *
 * @param jdbcUrl the database, for example {@code jdbc:postgresql://127.0.0.1:5432/divide}
 * @param user who logs in
 * @param password with what; prints as stars
 * @param webPort port of the page on 127.0.0.1; 0 takes a free one
 * @param publicUrl address under which readers reach the page, when something stands before it; its host is accepted
 *     beside localhost
 */
public record SinksSettings(
        String jdbcUrl,
        String user,
        Secret password,
        int webPort,
        @Nullable URI publicUrl) {

    /** The page is for this machine; whoever wants more puts a proxy before it. */
    public static final String WEB_HOST = "127.0.0.1";

    public SinksSettings {
        if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "the database address must start with jdbc:postgresql:, for example jdbc:postgresql://127.0.0.1:5432/divide");
        }
        if (webPort < 0 || webPort > 65535) {
            throw new IllegalArgumentException("the web port must lie between 0 and 65535, but is " + webPort);
        }
        if (publicUrl != null && publicUrl.getHost() == null) {
            throw new IllegalArgumentException(
                    "the public address must have a host, for example https://divide.example.org, but is " + publicUrl);
        }
    }

    /** A page on a free port, for this machine only. */
    public SinksSettings(String jdbcUrl, String user, Secret password) {
        this(jdbcUrl, user, password, 0, null);
    }
}
