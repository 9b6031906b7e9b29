package org.computedivide.monitor.settings;

import java.util.Locale;

/** Everything a user can set, by the name it has in {@code divide.yaml}. */
public enum Setting {
    DATA("directory that everything is kept in"),
    KAFKA("host:port of a Kafka cluster of your own; default: an embedded broker"),
    REGISTRY("address of a schema registry of your own; default: an embedded one"),
    POSTGRES("JDBC address of a PostgreSQL of your own; default: an embedded one"),
    PARTS("what runs in this process: servers, sources, topologies, tables, with commas; default: all"),
    STANDBYS("copies of the topologies' state on other instances, which take over at once; default: 0"),
    FITS_INTERVAL("shortest time between two rounds of fits and draws, ISO 8601; default: PT1M"),
    SOURCES("false: run without scraping"),
    WEB("address that answers for the whole web: a mirror or the recorded web"),
    CLOCK("where the clock stands: INSTANT runs on, INSTANT! stands still, an address is followed"),
    SINCE("where live sources begin at a first start; default: 7 days before the clock"),
    PORT("port of the web page; 0: any free one"),
    KAFKA_PORT("port of the embedded broker; 0: any free one"),
    REGISTRY_PORT("port of the embedded registry; 0: any free one"),
    POSTGRES_PORT("port of the embedded PostgreSQL; 0: any free one"),
    CONTACT("how sites can reach you: a mail address or page, part of the User-Agent"),
    CATEGORIES("arXiv categories, with commas"),
    ONLY("ids of the sources that run, with commas; default: all"),
    HUB_TOKEN("token for the Hugging Face Hub; secret"),
    LABS("directory with further lab files"),
    ARXIV_INTERVAL("time between two rounds of arXiv, ISO 8601, for example PT15M"),
    HUB_INTERVAL("time between two rounds of the Hub"),
    FEED_INTERVAL("time between two rounds of a lab feed"),
    TABLE_INTERVAL("time between two looks at the curated tables"),
    CONNECT_TIMEOUT("longest time to connect to a site, ISO 8601, for example PT5S"),
    ANSWER_TIMEOUT("longest time for one whole answer of a site, however slowly it drips"),
    TIME_SCALE("factor on our own pauses; below 1 only for a mirror that shortens its limits likewise");

    private final String meaning;

    Setting(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }

    /** In the file and as an option: {@code kafka-port}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In the environment: {@code DIVIDE_KAFKA_PORT}. */
    public String variable() {
        return "DIVIDE_" + name();
    }
}
