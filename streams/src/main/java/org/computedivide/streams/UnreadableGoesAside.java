package org.computedivide.streams;

import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;

/**
 * Bytes that cannot be read go to the topic of dead letters and the line goes on; but when they cannot be read because
 * the schema registry does not answer, the thread stops and tries again: otherwise an outage of a minute would set
 * aside all that came in it.
 */
public final class UnreadableGoesAside extends LogAndContinueExceptionHandler {

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        return isOutage(exception) ? Response.fail() : super.handleError(context, record, exception);
    }

    private static boolean isOutage(Throwable exception) {
        return Stream.iterate(exception, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SocketException
                        || cause instanceof UnknownHostException
                        || cause instanceof HttpTimeoutException
                        || cause instanceof TimeoutException);
    }
}
