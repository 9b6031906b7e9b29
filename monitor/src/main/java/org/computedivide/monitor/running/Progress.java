package org.computedivide.monitor.running;

/** Told when a part is ready. */
@FunctionalInterface
public interface Progress {

    /** One part is ready, at an address for people. */
    void ready(String part, String address);

    /** Nobody looks. */
    static Progress silent() {
        return (part, address) -> {};
    }
}
