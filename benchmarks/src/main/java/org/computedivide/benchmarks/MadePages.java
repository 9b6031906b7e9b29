package org.computedivide.benchmarks;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers of arXiv and the Hub in their true form, made of made-up papers and repositories. */
final class MadePages {

    private MadePages() {}

    /** An answer of arXiv's search API of just so many bytes; the last of them are blanks. */
    static String atom(int bytes) {
        String end = "</feed>\n";
        var entries = new StringBuilder();
        int count = 0;
        for (String entry = entry(0); entries.length() + entry.length() + 600 < bytes; entry = entry(count)) {
            entries.append(entry);
            count++;
        }
        String head =
                "<?xml version='1.0' encoding='UTF-8'?>\n<feed xmlns:opensearch=\"http://a9.com/-/spec/opensearch/1.1/\""
                        + " xmlns:arxiv=\"http://arxiv.org/schemas/atom\" xmlns=\"http://www.w3.org/2005/Atom\">\n"
                        + "  <opensearch:totalResults>" + count + "</opensearch:totalResults>\n";
        String page = head + entries;
        return page + " ".repeat(bytes - page.length() - end.length()) + end;
    }

    private static String entry(int number) {
        String id = String.format(Locale.ROOT, "2602.%05dv1", number + 1);
        String authors = IntStream.range(0, 6)
                .mapToObj(i -> "    <author>\n      <name>Ada Author-" + i + "</name>\n    </author>\n")
                .collect(Collectors.joining());
        return "  <entry>\n    <id>http://arxiv.org/abs/" + id + "</id>\n    <title>A Model Number " + number
                + "</title>\n"
                + "    <updated>2026-02-13T09:00:00Z</updated>\n"
                + "    <link href=\"https://arxiv.org/abs/" + id + "\" rel=\"alternate\" type=\"text/html\"/>\n"
                + "    <summary>"
                + sentence(number).repeat(15) + "</summary>\n"
                + "    <category term=\"cs.CL\" scheme=\"http://arxiv.org/schemas/atom\"/>\n"
                + "    <published>2026-02-13T09:00:00Z</published>\n"
                + "    <arxiv:comment>12 pages, code at https://github.com/lab/model-" + number + "</arxiv:comment>\n"
                + authors + "  </entry>\n";
    }

    private static String sentence(int number) {
        return "We train a model of " + number % 90 + " billion parameters on " + number % 20
                + " trillion tokens &amp; compare it. ";
    }

    /** A page of the Hub's list of models. */
    static String models(int count) {
        return IntStream.range(0, count).mapToObj(MadePages::model).collect(Collectors.joining(",", "[", "]"));
    }

    private static String model(int number) {
        String files = IntStream.range(0, 20)
                .mapToObj(i -> "{\"rfilename\":\"model-%05d-of-00020.safetensors\"}".formatted(i))
                .collect(Collectors.joining(",", "[{\"rfilename\":\"README.md\"},", "]"));
        return """
                {"_id":"%024x","id":"lab-%d/model-%d","author":"lab-%d","createdAt":"2026-02-13T09:00:00.000Z",\
                "lastModified":"2026-02-14T09:00:00.000Z","sha":"%040x","private":false,"gated":false,\
                "pipeline_tag":"text-generation","library_name":"transformers","tags":["transformers","safetensors",\
                "text-generation","license:apache-2.0","base_model:orion/Vela-9B","base_model:finetune:orion/Vela-9B",\
                "region:us"],"cardData":{"license":"apache-2.0","base_model":["orion/Vela-9B"],"language":["en"]},\
                "safetensors":{"parameters":{"BF16":9000000000},"total":9000000000},"siblings":%s}""".formatted(number, number % 50, number, number % 50, number, files);
    }
}
