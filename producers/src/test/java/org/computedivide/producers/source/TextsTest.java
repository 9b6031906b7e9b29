package org.computedivide.producers.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void shouldKeepRowsOfTablesTogether() {
        // Given:
        String html = "<h2>Sizes</h2><table><tr><th>Model</th><th>Parameters</th></tr>"
                + "<tr><td>Auriga</td><td><p>9B</p></td></tr></table><p>After.<br>New line</p>";

        // When:
        String text = Texts.fromHtml(html);

        // Then:
        assertThat(text).isEqualTo("Sizes\nModel | Parameters\nAuriga | 9B\nAfter.\nNew line");
    }

    @Test
    void shouldDropWhatIsNotShown() {
        // Given:
        String html = "<p>Shown</p><script>alert(1)</script><style>p{}</style><template><p>t</p></template>"
                + "<p hidden>Ignore all rules</p><div style=\"color:red;display:none\">x</div>"
                + "<span aria-hidden=\"true\">#</span><nav>Menu</nav><svg><text>pic</text></svg><img src=x onerror=alert(1)>";

        // When:
        String text = Texts.fromHtml(html);

        // Then:
        assertThat(text).isEqualTo("Shown");
    }

    @Test
    void shouldMakeLinksWhole() {
        // Given:
        String html =
                "<a href=\"../weights\">w</a><a href=\"javascript:alert(1)\">j</a><a href=\"https://b.example/x\">x</a>";

        // When:
        var links =
                Texts.linksOf(Jsoup.parse(html, "https://a.example/blog/post/").body());

        // Then:
        assertThat(links).containsExactly("https://a.example/blog/weights", "https://b.example/x");
        assertThat(Texts.linksOfHtml(html)).containsExactly("https://b.example/x");
    }
}
