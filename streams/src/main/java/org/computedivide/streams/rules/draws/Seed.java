package org.computedivide.streams.rules.draws;

import java.nio.charset.StandardCharsets;

/**
 * A 64-bit seed and what can be had from it. Written out (FNV-1a and SplitMix64) because the generators of the JDK may
 * change between releases, and equal bytes are promised.
 *
 * @param bits any 64 bits
 */
public record Seed(long bits) {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    /** The seed that a name stands for. */
    public static Seed of(String name) {
        long hash = FNV_OFFSET;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return new Seed(mix(hash));
    }

    /** The j-th 64 bits of this seed, evenly spread. */
    public long bits(long j) {
        return mix(bits + (j + 1) * GOLDEN);
    }

    /** The j-th whole number of this seed from 0 to below the bound. */
    public int below(int bound, long j) {
        return (int) (((bits(j) >>> 32) * bound) >>> 32);
    }

    /** SplitMix64's finisher: Steele, Lea and Flood, OOPSLA 2014. */
    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }
}
