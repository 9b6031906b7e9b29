package org.computedivide.streams.rules.draws;

/**
 * The draws of one figure from its log-normal interval: figure × 10^(σ·z). The z of a draw is partly the
 * release's own and partly that of its method, because estimates of one method err together. No draw of a compute exceeds a line
 * that depends on the date alone, else the long upper tails of uncertain figures would rule every sum; the figure
 * itself is never cut.
 */
public final class Spread {

    private static final double LN_10 = StrictMath.log(10);

    private final double value;
    private final double scale;
    private final double limit;
    private final Seed seed;
    private final Seed common;
    private final double ownPart;
    private final double commonPart;

    /**
     * @param name of the release or variant: the same name gives the same draws
     * @param value FLOP
     * @param sigma standard deviation of log10
     * @param method as in Estimate
     * @param day publication, in days since 1970-01-01
     */
    public Spread(String name, double value, double sigma, String method, long day) {
        this(name, value, sigma, method, StrictMath.max(value, DrawData.limit(day)));
    }

    /** Of a figure that is no compute: no line limits it. */
    public static Spread unlimited(String name, double value, double sigma, String method) {
        return new Spread(name, value, sigma, method, Double.POSITIVE_INFINITY);
    }

    private Spread(String name, double value, double sigma, String method, double limit) {
        double shared = DrawData.sharedError(method);
        this.value = value;
        this.scale = sigma * LN_10;
        this.limit = limit;
        this.seed = Seed.of(name);
        this.common = Seed.of("method " + method);
        this.ownPart = StrictMath.sqrt(1 - shared);
        this.commonPart = StrictMath.sqrt(shared);
    }

    /** The j-th draw, FLOP. */
    public double draw(int j) {
        if (scale == 0) {
            return value;
        }
        double z = ownPart * Normal.z(seed, j) + commonPart * Normal.z(common, j);
        return StrictMath.min(value * StrictMath.exp(scale * z), limit);
    }

    /** Draws 0 to n − 1, FLOP. */
    public double[] draws(int n) {
        double[] draws = new double[n];
        for (int j = 0; j < n; j++) {
            draws[j] = draw(j);
        }
        return draws;
    }
}
