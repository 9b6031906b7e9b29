package org.computedivide.monitor.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.output.Terminal;
import org.computedivide.producers.ProducersSettings;
import org.computedivide.producers.SourceSearch;
import org.computedivide.producers.Sources;
import org.computedivide.producers.feed.FeedSearch;
import org.computedivide.producers.feed.FeedSearch.Found;
import org.computedivide.producers.feed.Lab;
import org.computedivide.producers.feed.LabFile;
import org.computedivide.producers.source.SourceInfo;
import org.computedivide.streams.rules.affiliation.Known;
import org.computedivide.streams.rules.affiliation.Register;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds a site's feed and writes the lab file. */
@Command(
        name = "add",
        description = {
            "Find the feed of a site and write a lab file for it into the directory of your labs.",
            "What is not given is taken from the feed and the register of organisations; look the file over."
        })
public final class SourceAdd implements Callable<Integer> {

    private static final int SHORTEST = 3;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private WebOptions options = new WebOptions();

    @Option(names = "--id", paramLabel = "ID", description = "id of the source (default: after the address)")
    private @Nullable String id;

    @Option(names = "--name", paramLabel = "NAME", description = "name for people (default: the feed's title)")
    private @Nullable String name;

    @Option(
            names = "--organization",
            paramLabel = "NAME",
            description = "who speaks there (default: whom the register knows by the host, else the feed's title)")
    private @Nullable String organization;

    @Option(names = "--language", paramLabel = "LANGUAGE", description = "language of the posts (default: the feed's)")
    private @Nullable String language;

    @Parameters(paramLabel = "URL", description = "the site, its page of news, or the feed itself")
    private String address = "";

    @Override
    public Integer call() throws InterruptedException {
        ProducersSettings settings = options.read().sources();
        Path folder = settings.labs()
                .orElseThrow(() -> new CannotRun(
                        "where do your lab files lie? Say --labs DIR, or set labs in divide.yaml or DIVIDE_LABS"));
        URI site = site();
        List<SourceInfo> there = sources(settings);
        refuseWatched(site, there);
        Found found = found(settings, site);
        refuseWatched(found.url(), there);
        Lab lab = lab(site, found, there);
        say(write(lab, folder), lab, found, folder);
        return 0;
    }

    private URI site() {
        try {
            return SourceSearch.address(address);
        } catch (IllegalArgumentException e) {
            throw new CannotRun(e.getMessage() + "; write it like https://example.org/blog", e);
        }
    }

    private static Found found(ProducersSettings settings, URI site) throws InterruptedException {
        FeedSearch search = SourceSearch.with(settings);
        return search.at(site)
                .orElseThrow(() -> new CannotRun(search.problem()
                        .map(problem -> "%s cannot be searched: %s".formatted(site, problem))
                        .orElseGet(() -> nowhere(site, search))));
    }

    private static String nowhere(URI site, FeedSearch search) {
        if (search.gone().isPresent()) {
            return "%s is not there (%d), and no feed is at the usual addresses; correct the address"
                    .formatted(site, search.gone().getAsInt());
        }
        String tried = search.tried().stream().map(URI::toString).collect(Collectors.joining(", "));
        return "%s has no feed that we can find; asked for %s. If it lists its posts on a page, write a lab file with selectors (docs/sources.md)"
                .formatted(site, tried);
    }

    private Lab lab(URI site, Found found, List<SourceInfo> there) {
        String title = found.title().isEmpty() ? site.getHost() : found.title();
        String maker = organization != null ? organization : known(site, found).orElseGet(() -> maker(title));
        try {
            return Lab.ofFeed(
                    id != null ? notTaken(id, there) : free(named(site, found), there),
                    name != null ? name : title,
                    found.url(),
                    maker,
                    language != null ? language : found.language().isEmpty() ? "en" : found.language());
        } catch (IllegalArgumentException e) {
            throw new CannotRun(e.getMessage() + "; give another with --id", e);
        }
    }

    private static Optional<String> known(URI site, Found found) {
        return Stream.of(Optional.of(site), SourceSearch.page(found.site()))
                .flatMap(Optional::stream)
                .map(URI::getHost)
                .flatMap(host -> Register.standard().byDomain(host).stream())
                .map(Known::name)
                .findFirst();
    }

    /** Who speaks, from what the feed calls itself: Lakeside Blog is Lakeside's. */
    static String maker(String title) {
        String bare = title.replaceFirst("(?i)\\s(blog|news|newsroom|research|updates|changelog)$", "")
                .strip();
        boolean isName =
                bare.length() < SHORTEST || Register.standard().byName(title).isPresent();
        return isName ? title : bare;
    }

    /** The address that a source is named after. */
    private static URI named(URI site, Found found) {
        return SiteName.isStore(site) ? SourceSearch.page(found.site()).orElse(site) : site;
    }

    private static void refuseWatched(URI address, List<SourceInfo> there) {
        String wanted = bare(address);
        there.stream().filter(one -> bare(one.url()).equals(wanted)).findFirst().ifPresent(one -> {
            throw new CannotRun("%s is watched already, as source %s".formatted(address, one.id()));
        });
    }

    private static String bare(URI address) {
        return address.toString().replaceFirst("/$", "");
    }

    private static String notTaken(String id, List<SourceInfo> there) {
        there.stream().filter(one -> one.id().equals(id)).findFirst().ifPresent(one -> {
            throw new CannotRun("there is a source %s already (%s); give this one another with --id"
                    .formatted(one.id(), one.url()));
        });
        return id;
    }

    /** The best name for the site that no source has. */
    private static String free(URI site, List<SourceInfo> there) {
        Set<String> taken = there.stream().map(SourceInfo::id).collect(Collectors.toSet());
        return SiteName.of(site).stream()
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElseThrow(() -> new CannotRun(
                        "all names that fit %s are taken; give the source one with --id".formatted(site)));
    }

    private static List<SourceInfo> sources(ProducersSettings settings) {
        try {
            boolean there =
                    settings.labs().filter(java.nio.file.Files::isDirectory).isPresent();
            return Sources.list(there ? settings : ProducersSettings.defaults());
        } catch (IllegalArgumentException e) {
            throw new CannotRun(String.valueOf(e.getMessage()), e);
        }
    }

    private static Path write(Lab lab, Path folder) {
        try {
            return LabFile.write(lab, folder);
        } catch (FileAlreadyExistsException e) {
            throw new CannotRun("%s is there already; give another name with --id".formatted(e.getFile()), e);
        } catch (IOException e) {
            throw new CannotRun(
                    "cannot write into %s (%s); choose another directory with --labs".formatted(folder, e), e);
        }
    }

    private void say(Path file, Lab lab, Found found, Path folder) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Wrote %s: %s, %d posts in the feed".formatted(file, lab.url(), found.posts()));
        found.first().forEach(title -> out.println(Terminal.safe("  " + title)));
        Optional<Known> known = Register.standard().byName(lab.organization());
        out.println(Terminal.safe(known.map(one -> "Organisation: %s, %s".formatted(one.name(), one.type()))
                .orElse("Organisation: " + lab.organization()
                        + "; the register does not know it, say --organization NAME if it has another name")));
        out.println("Try it: ./divide sources test %s --labs %s".formatted(lab.id(), folder));
        out.flush();
    }
}
