package org.computedivide.producers.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.computedivide.producers.source.Source;
import org.jspecify.annotations.Nullable;

/**
 * A lab that announces on a site of its own, as its YAML file says.
 *
 * @param id of the source
 * @param name for people
 * @param url of the RSS or Atom feed; with {@code index}, of the page that lists the posts. Where a lab has neither, a
 *     feed that others generate from its pages, in its own words
 * @param organization who speaks there, as the register of organisations knows it
 * @param language of the texts (BCP 47)
 * @param index where the posts stand on a page that lists them; null when the address is a feed
 * @param article where a post's own page says what; null when the list says it all
 */
public record Lab(
        String id,
        String name,
        URI url,
        String organization,
        String language,
        @Nullable IndexPage index,
        @Nullable ArticlePage article) {

    private static final String FOLDER = "/org/computedivide/producers/labs";

    public Lab {
        Objects.requireNonNull(id, "a lab file needs an id");
        Objects.requireNonNull(name, "lab " + id + " needs a name");
        Objects.requireNonNull(organization, "lab " + id + " needs an organization");
        language = Optional.ofNullable(language).orElse("en");
        if (url == null || !"https".equals(url.getScheme())) {
            throw new IllegalArgumentException("lab " + id + " needs an https address as url");
        }
        if (index == null && article != null) {
            throw new IllegalArgumentException("lab " + id + " has article, so it needs index too");
        }
    }

    /** A lab that has a feed. */
    public static Lab ofFeed(String id, String name, URI url, String organization, String language) {
        return new Lab(id, name, url, organization, language, null, null);
    }

    /** What reads this lab. */
    public Source source(Duration interval) {
        return index == null ? new FeedSource(this, interval) : new PagesSource(this, index, interval);
    }

    /** What is read, in words. */
    public String kind() {
        return index == null ? "feed" : article == null ? "index page" : "index page and posts";
    }

    /** The labs that we know. */
    public static List<Lab> bundled() {
        try {
            URI folder = Objects.requireNonNull(Lab.class.getResource(FOLDER)).toURI();
            if (!folder.getScheme().equals("jar")) {
                return in(Path.of(folder));
            }
            try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
                return in(jar.getPath(FOLDER));
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

    /**
     * The lab of a file.
     *
     * @throws IllegalArgumentException when the file is not there or does not say what a lab needs
     */
    public static Lab read(Path file) {
        try {
            return new ObjectMapper(new YAMLFactory()).readValue(Files.readString(file), Lab.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("lab file " + file + " cannot be read: " + said(e), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("lab file " + file + " cannot be opened: " + e, e);
        }
    }

    private static String said(JsonProcessingException problem) {
        Throwable cause = problem.getCause();
        String words = cause == null ? problem.getOriginalMessage() : String.valueOf(cause.getMessage());
        return words.lines().findFirst().orElse("");
    }
}
