package org.computedivide.streams.rules.tallies;

import org.computedivide.avro.Compute;
import org.computedivide.avro.Release;

/** What the sources of a release state of its training, as bits. */
final class Disclosed {

    static final int PARAMETERS = 1;
    static final int DATA = 2;
    static final int COMPUTE = 4;
    static final int HARDWARE = 8;

    private Disclosed() {}

    /** All bits that hold for one of its variants at least. */
    static int of(Release release) {
        Compute compute = release.getCompute();
        int bits = release.getParameters() == null ? 0 : PARAMETERS;
        bits |= compute == null || compute.getImputed() ? 0 : COMPUTE;
        for (var variant : release.getVariants()) {
            bits |= variant.getParameters() == null ? 0 : PARAMETERS;
            bits |= variant.getTrainingTokens() == null ? 0 : DATA;
            bits |= variant.getAccelerators() == null ? 0 : HARDWARE;
        }
        return bits;
    }
}
