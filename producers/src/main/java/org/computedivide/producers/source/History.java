package org.computedivide.producers.source;

import org.computedivide.producers.fetch.Request;

/**
 * What a source announced between two days, read once, page by page. It has a position of its own; when nothing more is
 * due, it is read to its end.
 */
public interface History extends Source {

    /** Share of the way that lies behind a position, from 0 to 1. */
    double done(String position);

    /** Pages of a history are never asked for conditionally, so that no answer can be that nothing has changed. */
    @Override
    default String unchanged(Look look, Request request) {
        return look.position();
    }
}
