package org.computedivide.monitor.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.computedivide.monitor.CannotRun;

/** Joins flags, environment and file into settings; the earlier of these wins. */
public final class SettingsReader {

    /** Read by the start script, not by us. */
    private static final Set<String> OF_THE_SCRIPT = Set.of("DIVIDE_JAVA_OPTIONS", "DIVIDE_CONFIG");

    private SettingsReader() {}

    /**
     * Reads all three.
     *
     * @param flags what the command line says
     * @param environment all variables of the process
     * @param file {@code divide.yaml}; may be missing
     * @throws CannotRun when a key is unknown or a value cannot be read; the message names the place
     */
    public static MonitorSettings read(Map<Setting, String> flags, Map<String, String> environment, Path file) {
        var said = new EnumMap<Setting, Said>(Setting.class);
        fromFile(file).forEach((setting, value) -> said.put(setting, new Said(value, setting.key() + " in " + file)));
        fromEnvironment(environment)
                .forEach((setting, value) ->
                        said.put(setting, new Said(value, setting.variable() + " in the environment")));
        flags.forEach((setting, value) -> said.put(setting, new Said(value, "--" + setting.key())));
        return MonitorSettings.of(said);
    }

    private static Map<Setting, String> fromEnvironment(Map<String, String> environment) {
        var found = new EnumMap<Setting, String>(Setting.class);
        for (String variable : new TreeSet<>(environment.keySet())) {
            if (variable.startsWith("DIVIDE_") && !OF_THE_SCRIPT.contains(variable)) {
                Setting setting = known(variable, "in the environment", Setting::variable);
                found.put(setting, environment.getOrDefault(variable, ""));
            }
        }
        return found;
    }

    private static Map<Setting, String> fromFile(Path file) {
        var found = new EnumMap<Setting, String>(Setting.class);
        for (Map.Entry<String, JsonNode> entry : tree(file).properties()) {
            Setting setting = known(entry.getKey(), "in " + file, Setting::key);
            if (!entry.getValue().isValueNode()) {
                throw new CannotRun("%s in %s must be one value".formatted(entry.getKey(), file));
            }
            found.put(setting, entry.getValue().asText());
        }
        return found;
    }

    private static JsonNode tree(Path file) {
        var mapper = new YAMLMapper();
        try {
            JsonNode tree = Files.exists(file) ? mapper.readTree(file.toFile()) : mapper.createObjectNode();
            if (tree.isObject()) {
                return tree;
            }
            if (tree.isMissingNode() || tree.isNull()) {
                return mapper.createObjectNode(); // only comments
            }
            throw new CannotRun(file + " must hold lines of the form  key: value");
        } catch (JsonProcessingException e) {
            throw new CannotRun("%s is not YAML: %s".formatted(file, e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new CannotRun("cannot read %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static Setting known(String word, String place, java.util.function.Function<Setting, String> naming) {
        Optional<Setting> exact = Stream.of(Setting.values())
                .filter(setting -> naming.apply(setting).equals(word))
                .findFirst();
        if (exact.isPresent()) {
            return exact.get();
        }
        List<String> names = Stream.of(Setting.values()).map(naming).toList();
        String hint = Nearest.to(word, names)
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse("; known are " + names.stream().collect(Collectors.joining(", ")));
        throw new CannotRun("unknown setting %s %s%s".formatted(word, place, hint));
    }

    /** A value and where it was said. */
    record Said(String value, String place) {}
}
