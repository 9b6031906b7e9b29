package org.computedivide.producers.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A lab that announces in a feed, as its YAML file says.
 *
 * @param id of the source
 * @param name for people
 * @param url of the RSS or Atom feed; where a lab has none, of one that is generated from its pages, in its own words
 * @param organization who speaks there, as the register of organisations knows it
 * @param language of the texts (BCP 47)
 */
public record Lab(String id, String name, URI url, String organization, String language) {

    public Lab {
        Objects.requireNonNull(id, "a lab file needs an id");
        Objects.requireNonNull(name, "lab " + id + " needs a name");
        Objects.requireNonNull(organization, "lab " + id + " needs an organization");
        language = Optional.ofNullable(language).orElse("en");
        if (url == null || !"https".equals(url.getScheme())) {
            throw new IllegalArgumentException("lab " + id + " needs an https address as url");
        }
    }

    /** The labs that we know. */
    public static List<Lab> bundled() {
        try {
            URI folder = Objects.requireNonNull(Lab.class.getResource("/org/computedivide/producers/labs"))
                    .toURI();
            if (!folder.getScheme().equals("jar")) {
                return in(Path.of(folder));
            }
            try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
                return in(jar.getPath("/org/computedivide/producers/labs"));
            }
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("cannot list the bundled labs", e);
        }
    }

    /** The labs of a folder, by file name. */
    public static List<Lab> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(Lab::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the labs in " + folder, e);
        }
    }

    private static Lab read(Path file) {
        try {
            return new ObjectMapper(new YAMLFactory()).readValue(Files.readString(file), Lab.class);
        } catch (IOException e) {
            throw new IllegalArgumentException("lab file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
