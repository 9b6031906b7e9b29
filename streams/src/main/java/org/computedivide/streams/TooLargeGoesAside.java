package org.computedivide.streams;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DefaultProductionExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/**
 * A result that the broker finds too large would fail again after every restart. Its key and origin go to the topic of
 * dead letters, without the value, and the line goes on. Everything else is tried again or stops the thread.
 */
public final class TooLargeGoesAside extends DefaultProductionExceptionHandler {

    private String deadLetters = "";

    @Override
    public void configure(Map<String, ?> configs) {
        super.configure(configs);
        deadLetters = String.valueOf(configs.get(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG));
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        return exception instanceof RecordTooLargeException
                ? Response.resume(List.of(letter(context, record, exception)))
                : super.handleError(context, record, exception);
    }

    private ProducerRecord<byte[], byte[]> letter(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        var letter = new ProducerRecord<>(deadLetters, record.key(), new byte[0]);
        header(letter, "error", exception.toString());
        header(letter, "meant-for", record.topic());
        header(letter, "topic", context.topic());
        header(letter, "partition", Integer.toString(context.partition()));
        header(letter, "offset", Long.toString(context.offset()));
        return letter;
    }

    private static void header(ProducerRecord<byte[], byte[]> letter, String name, String value) {
        letter.headers().add("divide." + name, value.getBytes(StandardCharsets.UTF_8));
    }
}
