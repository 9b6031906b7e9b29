package org.computedivide.monitor.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.kind.PostFeatures;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Reads labelled posts: a file of a folder of labels, and our own list over recorded feeds. The family is the publisher. */
final class PostCases {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OWN = "/org/computedivide/monitor/training/posts-read.csv";
    private static final Pattern HOST = Pattern.compile("^https?://(?:www\\.)?([^/]{1,200})");
    private static final int KEY = 12;

    private PostCases() {}

    /** The cases of {@code detection/blog.jsonl}. */
    static List<Example> labelled(Path labels) throws IOException {
        var cases = new ArrayList<Example>();
        for (String line : Files.readAllLines(labels.resolve("detection").resolve("blog.jsonl"))) {
            JsonNode node = JSON.readTree(line);
            JsonNode post = node.path("observation");
            boolean release = node.path("expected").path("release").asBoolean();
            cases.add(example(
                    post.path("title").asText(),
                    post.path("text").asText(),
                    post.path("url").asText(),
                    release,
                    Example.READ));
        }
        return cases;
    }

    /** The posts of our own list, with their words from recorded feeds; the list names a post by the hash of its title. */
    static List<Example> own(Path feeds) throws IOException {
        Map<String, String> wanted = list();
        var cases = new ArrayList<Example>();
        try (var files = Files.list(feeds)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".xml"))
                    .sorted()
                    .toList()) {
                var feed = Jsoup.parse(Files.readString(file), "", Parser.xmlParser());
                for (Element item : feed.select("item, entry")) {
                    String title = plain(first(item, "title"));
                    String release = wanted.remove(key(title));
                    if (release != null) {
                        String text = plain(first(item, "description, summary, content, content|encoded"));
                        cases.add(example(
                                title,
                                text.startsWith(title) ? "" : text,
                                link(item),
                                Boolean.parseBoolean(release),
                                Example.CHOSEN));
                    }
                }
            }
        }
        return cases;
    }

    private static String first(Element item, String names) {
        return item.children().stream()
                .filter(child ->
                        List.of(names.split(", ", -1)).contains(child.tagName().replace(':', '|')))
                .map(Element::text)
                .findFirst()
                .orElse("");
    }

    private static String link(Element item) {
        return item.children().stream()
                .filter(child -> child.tagName().equals("link"))
                .map(child -> child.hasAttr("href") ? child.attr("href") : child.text())
                .findFirst()
                .orElse("");
    }

    private static String plain(String html) {
        return Jsoup.parse(html).text().strip();
    }

    private static Map<String, String> list() throws IOException {
        Map<String, String> rows = new HashMap<>();
        try (InputStream in = PostCases.class.getResourceAsStream(OWN)) {
            if (in == null) {
                throw new IllegalStateException("the list of read posts is missing from the jar");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(row -> rows.put(row[0], row[1]));
        }
        return rows;
    }

    private static String key(String title) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(title.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, KEY);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Example example(String title, String text, String url, boolean release, String origin) {
        Observation post = Observation.newBuilder()
                .setForm("post")
                .setTitle(title)
                .setText(text)
                .setUrl(url)
                .build();
        Matcher host = HOST.matcher(url);
        return Example.yesOrNo(host.find() ? host.group(1) : "", PostFeatures.of(post), release, origin);
    }
}
