package org.computedivide.monitor.commands;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Release;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.settings.Nearest;

/** Finds the observation that a person means. */
final class Subjects {

    /**
     * One observation.
     *
     * @param key source/nativeId
     * @param title what it is called
     * @param url its address
     */
    record Subject(String key, String title, String url) {}

    private final Map<String, Subject> observations = new LinkedHashMap<>();
    private final List<Release> releases;

    Subjects(List<Evidence> evidence, List<Release> releases) {
        evidence.forEach(one -> {
            String key = one.getSource() + "/" + one.getNativeId();
            observations.put(key, new Subject(key, one.getTitle().isEmpty() ? key : one.getTitle(), one.getUrl()));
        });
        this.releases = releases;
    }

    /** As {@link #find}, for each in order. */
    List<Subject> all(List<String> things) {
        return things.stream().map(this::find).toList();
    }

    /**
     * Finds an observation by source/nativeId, by its id in its source, by its address, or as the first announcement of
     * the release that bears the name.
     *
     * @throws CannotRun when nothing fits, or more than one thing does
     */
    Subject find(String thing) {
        Subject exact = observations.get(thing);
        if (exact != null) {
            return exact;
        }
        List<Subject> byId = where(subject -> idIn(subject.key()).equalsIgnoreCase(thing));
        List<Subject> found = byId.isEmpty() ? where(subject -> subject.url().equals(thing)) : byId;
        if (found.size() > 1) {
            throw new CannotRun("%s is the id of several things: %s; write the one that you mean with its source"
                    .formatted(thing, found.stream().map(Subject::key).toList()));
        }
        return found.stream().findFirst().or(() -> announced(thing)).orElseThrow(() -> unknown(thing));
    }

    private List<Subject> where(Predicate<Subject> fits) {
        return observations.values().stream().filter(fits).toList();
    }

    private Optional<Subject> announced(String name) {
        List<Release> named = releases.stream()
                .filter(release -> release.getFamilyId().equals(name)
                        || lower(release.getName()).equals(lower(name)))
                .toList();
        if (named.size() > 1) {
            throw new CannotRun("%d releases are named %s: %s; write the id of the one that you mean"
                    .formatted(
                            named.size(),
                            name,
                            named.stream().map(Release::getFamilyId).toList()));
        }
        return named.stream().findFirst().map(Release::getSubject).map(observations::get);
    }

    private CannotRun unknown(String thing) {
        String hint = Nearest.to(
                        thing,
                        releases.stream().map(Release::getName).distinct().toList())
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse("; the log is listed by: divide observations");
        return new CannotRun("nothing was observed that is called %s%s".formatted(thing, hint));
    }

    private static String idIn(String key) {
        return key.substring(key.indexOf('/') + 1);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
