package org.computedivide.producers.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;

/** robots.txt of a host (RFC 9309). */
final class RobotsFile {

    private static final String OUR_NAME = "compute-divide-monitor";
    private static final int MAX_BYTES = 512 << 10;

    private RobotsFile() {}

    static Request of(URI page) {
        return Request.file(
                URI.create(page.getScheme() + "://" + page.getRawAuthority() + "/robots.txt"), Media.TEXT, MAX_BYTES);
    }

    /** Whether the answer says nothing about the rules, so that we must ask again before we go on. */
    static boolean isUndecided(HttpResponse<byte[]> response) {
        return response.statusCode() == 429 || response.statusCode() >= 500;
    }

    /** A host without robots.txt (4xx) forbids nothing; one whose file cannot be unpacked forbids all. */
    static BaseRobotRules rules(Request request, HttpResponse<byte[]> response) {
        if (response.statusCode() != 200) {
            return new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
        }
        try {
            byte[] bytes = Replies.unpacked(request, response);
            return new SimpleRobotRulesParser()
                    .parseContent(request.uri().toString(), bytes, "text/plain", List.of(OUR_NAME));
        } catch (IOException e) {
            return new SimpleRobotRules(RobotRulesMode.ALLOW_NONE);
        }
    }
}
