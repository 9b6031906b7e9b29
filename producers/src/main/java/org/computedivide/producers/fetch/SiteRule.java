package org.computedivide.producers.fetch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * How often one site is asked.
 *
 * @param site its name; {@code *} for every site that has no rule of its own
 * @param hosts the end of the names of its hosts
 * @param gap from the end of one answer to the start of the next request
 * @param terms hosts for which the site states the rate itself, so that Crawl-delay is not added
 * @param source where the figure comes from
 */
public record SiteRule(String site, String hosts, String gap, List<String> terms, String source) {

    public SiteRule {
        terms = List.copyOf(terms);
    }

    /** The rules that we bring along, the most special first. */
    public static List<SiteRule> bundled() {
        try (InputStream yaml = SiteRule.class.getResourceAsStream("sites.yaml")) {
            var mapper = new ObjectMapper(new YAMLFactory());
            return List.of(mapper.readValue(Objects.requireNonNull(yaml), SiteRule[].class));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read sites.yaml", e);
        }
    }

    boolean covers(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return hosts.equals("*") || name.equals(hosts) || name.endsWith("." + hosts);
    }

    /** Whether the site states the rate of this host itself. */
    boolean statesRateOf(String host) {
        return terms.contains(host.toLowerCase(Locale.ROOT));
    }

    /** The gap as a time. */
    public Duration pause() {
        return Duration.parse(gap);
    }

    /** The budget is the site's; hosts without a rule of their own have one each. */
    String budgetOf(String host) {
        return site.equals("*") ? host.toLowerCase(Locale.ROOT) : site;
    }
}
