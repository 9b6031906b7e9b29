package org.computedivide.producers.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;

/** Writes a lab that has a feed as the file that it would be read from. */
public final class LabFile {

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .build());

    private LabFile() {}

    /**
     * Writes the file whole or not at all.
     *
     * @return {@code FOLDER/ID.yaml}
     * @throws java.nio.file.FileAlreadyExistsException when there is one already
     * @throws IOException when it cannot be written
     */
    public static Path write(Lab lab, Path folder) throws IOException {
        var fields = new LinkedHashMap<String, String>();
        fields.put("id", lab.id());
        fields.put("name", lab.name());
        fields.put("url", lab.url().toString());
        fields.put("organization", lab.organization());
        fields.put("language", lab.language());
        Files.createDirectories(folder);
        Path file = folder.resolve(lab.id() + ".yaml");
        Path part = Files.createTempFile(folder, lab.id(), ".part");
        try {
            Files.writeString(part, YAML.writeValueAsString(fields));
            return Files.move(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
