package org.computedivide.monitor.clock;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.computedivide.monitor.CannotRun;

/** Makes the clock that a setting asks for. */
public final class Clocks {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Clocks() {}

    /**
     * The clock for a data directory. One that runs on from an instant is anchored there at the first start, in
     * {@code clock.json}: the same setting at a later start goes on as if the clock had run all the while, another
     * instant sets it anew.
     *
     * @throws CannotRun when the anchor cannot be kept, or the server that is to be followed does not answer
     */
    public static InstantSource open(ClockSetting setting, Path data, InstantSource machine) {
        if (setting instanceof ClockSetting.RunsOn runs) {
            return InstantSource.offset(machine, offset(runs.from(), data.resolve("clock.json"), machine));
        }
        if (setting instanceof ClockSetting.Stands stands) {
            return InstantSource.fixed(stands.at());
        }
        if (setting instanceof ClockSetting.Follows follows) {
            return FollowedClock.of(follows.server());
        }
        return machine;
    }

    private static Duration offset(Instant from, Path file, InstantSource machine) {
        try {
            if (Files.exists(file)) {
                Map<String, String> anchor = MAPPER.readValue(file.toFile(), new TypeReference<>() {});
                if (from.toString().equals(anchor.get("from"))) {
                    return Duration.between(Instant.parse(anchor.get("startedAt")), from);
                }
            }
            Instant now = machine.instant();
            Path part = file.resolveSibling("clock.json.part");
            MAPPER.writeValue(part.toFile(), Map.of("from", from.toString(), "startedAt", now.toString()));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return Duration.between(now, from);
        } catch (IOException e) {
            throw new CannotRun("cannot keep the start of the clock in " + file + ": " + e.getMessage(), e);
        }
    }
}
