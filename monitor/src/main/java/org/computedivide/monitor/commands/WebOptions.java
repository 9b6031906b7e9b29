package org.computedivide.monitor.commands;

import org.computedivide.monitor.settings.Setting;
import picocli.CommandLine.Option;

/** Options of commands that ask sites themselves. */
final class WebOptions extends FileOptions {

    @Option(
            names = "--web",
            paramLabel = "URL",
            description = "send every request for https://HOST/PATH to URL/HOST/PATH")
    void web(String value) {
        flag(Setting.WEB, value);
    }

    @Option(
            names = "--clock",
            paramLabel = "INSTANT!|URL",
            description = "the time that it is taken to be, or a server to ask for it (default: now)")
    void clock(String value) {
        flag(Setting.CLOCK, value);
    }

    @Option(
            names = "--since",
            paramLabel = "INSTANT",
            description = "take items from this instant on (default: 7 days before the clock)")
    void since(String value) {
        flag(Setting.SINCE, value);
    }

    @Option(names = "--labs", paramLabel = "DIR", description = "directory with lab files of your own")
    void labs(String value) {
        flag(Setting.LABS, value);
    }
}
