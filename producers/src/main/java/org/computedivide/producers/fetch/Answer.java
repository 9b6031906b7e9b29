package org.computedivide.producers.fetch;

import java.net.http.HttpResponse;
import java.util.Optional;

/**
 * What came over the wire: an answer or a failure, one of the two.
 *
 * @param mayPass whether another try soon may fare better
 */
record Answer(Optional<HttpResponse<byte[]>> response, Optional<Failure> failure, boolean mayPass) {

    static Answer of(HttpResponse<byte[]> response) {
        return new Answer(Optional.of(response), Optional.empty(), false);
    }

    static Answer failed(Failure failure, boolean mayPass) {
        return new Answer(Optional.empty(), Optional.of(failure), mayPass);
    }
}
