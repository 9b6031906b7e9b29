package org.computedivide.producers.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import org.computedivide.avro.Validator;

/** Sends a request and says in our words what went wrong. */
final class Wire {

    private final Transport transport;

    Wire(Manners manners) {
        this.transport = new Transport(manners);
    }

    Answer ask(Request request, Optional<Validator> validator) throws InterruptedException {
        String host = request.uri().getHost();
        try {
            return Answer.of(transport.get(request, validator));
        } catch (Transport.Forbidden e) {
            return Answer.failed(Failure.blocked("redirect", String.valueOf(e.getMessage())), true);
        } catch (LimitedBody.TooLarge e) {
            return Answer.failed(Failure.failing("too-large", request.uri() + ": " + e.getMessage()), true);
        } catch (HttpConnectTimeoutException | ConnectException | UnknownHostException | UnresolvedAddressException e) {
            return Answer.failed(Failure.unreachable(host + " cannot be reached"), false);
        } catch (HttpTimeoutException e) {
            return Answer.failed(Failure.failing("timeout", host + ": " + e.getMessage()), true);
        } catch (IOException e) {
            String reason = isCut(e) ? "truncated" : "broken";
            return Answer.failed(Failure.failing(reason, host + ": the answer broke off: " + e.getMessage()), true);
        }
    }

    /** The client says only in its message that fewer bytes came than were announced. */
    private static boolean isCut(IOException problem) {
        String message = String.valueOf(problem.getMessage());
        return message.contains("fixed content-length") || message.contains("chunked");
    }
}
