package org.computedivide.monitor.running;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** Where this program was built. */
public final class Program {

    private Program() {}

    /** The folder of the schema registry, beside the jar or the classes of this module. */
    static Path registry() {
        return home().resolve("registry");
    }

    /** For example {@code 0.1.0-SNAPSHOT}; {@code unpackaged} when run from classes. */
    public static String version() {
        return Optional.ofNullable(Program.class.getPackage().getImplementationVersion())
                .orElse("unpackaged");
    }

    private static Path home() {
        CodeSource source = Program.class.getProtectionDomain().getCodeSource();
        try {
            Path here = Path.of(source.getLocation().toURI());
            return Optional.ofNullable(here.getParent()).orElse(here);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
