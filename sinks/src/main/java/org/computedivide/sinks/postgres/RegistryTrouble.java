package org.computedivide.sinks.postgres;

import io.apicurio.registry.rest.client.exception.RestClientException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;

/** Tells a registry that does not answer, which passes, from a record that nobody can read, which stays. */
final class RegistryTrouble {

    private static final int SERVER_ERROR = 500;

    private RegistryTrouble() {}

    static boolean isIn(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (isTrouble(t)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTrouble(Throwable t) {
        return t instanceof SocketException
                || t instanceof UnknownHostException
                || t instanceof HttpTimeoutException
                || (t instanceof RestClientException rest && !isAnswer(rest));
    }

    /** Without a code the client never got an answer. */
    private static boolean isAnswer(RestClientException rest) {
        Integer code = rest.getError().getErrorCode();
        return code != null && code < SERVER_ERROR;
    }
}
