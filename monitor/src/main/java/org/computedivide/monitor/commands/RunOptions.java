package org.computedivide.monitor.commands;

import org.computedivide.monitor.settings.Setting;
import picocli.CommandLine.Option;

/** Options of commands that run sources themselves. */
class RunOptions extends SettingOptions {

    @Option(
            names = "--web",
            paramLabel = "URL",
            description = "send every request for https://HOST/PATH to URL/HOST/PATH")
    void web(String value) {
        flag(Setting.WEB, value);
    }

    @Option(
            names = "--clock",
            paramLabel = "INSTANT|INSTANT!|URL",
            description = "start the clock there and let it run on; stand still (!); follow a server")
    void clock(String value) {
        flag(Setting.CLOCK, value);
    }
}
