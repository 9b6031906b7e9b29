package org.computedivide.sinks;

import java.util.Objects;

/** A word that must not be seen: it prints as stars. */
public record Secret(String value) {

    public Secret {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return "***";
    }
}
