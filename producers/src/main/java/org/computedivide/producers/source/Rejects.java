package org.computedivide.producers.source;

import java.time.Instant;
import org.computedivide.avro.Rejected;

/** Notes of what was refused. */
public final class Rejects {

    private Rejects() {}

    /** An item that was refused. */
    public static Rejected of(
            String source, String nativeId, String url, String reason, String detail, String excerpt, Instant now) {
        return Texts.cleaned(Rejected.newBuilder()
                .setSource(source)
                .setNativeId(nativeId)
                .setUrl(url)
                .setReason(reason)
                .setDetail(detail)
                .setExcerpt(Texts.excerpt(excerpt))
                .setObservedAt(now)
                .build());
    }
}
