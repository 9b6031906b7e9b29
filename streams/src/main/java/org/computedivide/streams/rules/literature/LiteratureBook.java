package org.computedivide.streams.rules.literature;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.computedivide.avro.ClaimFigure;
import org.computedivide.avro.LiteratureClaim;
import org.computedivide.avro.Tally;
import org.computedivide.avro.Trend;
import org.computedivide.streams.rules.Methods;
import org.computedivide.streams.rules.literature.PublishedClaims.Entry;
import org.computedivide.streams.rules.literature.PublishedClaims.FigureRule;

/**
 * The literature as a living table: claims as published, each with our numbers, read from the tallies and trends that
 * everybody reads. What it says is a function of the newest tallies and trends.
 *
 * <p>Not for several threads.
 */
public final class LiteratureBook {

    private final PublishedClaims published;
    private final Set<String> wanted;
    private final Map<String, Tally> tallies = new HashMap<>();
    private final Map<String, Trend> trends = new HashMap<>();

    public LiteratureBook(PublishedClaims published) {
        this.published = published;
        this.wanted = published.keys();
    }

    /** Whether a figure rests on the tally or trend of this key. */
    public boolean isWanted(String key) {
        return wanted.contains(key);
    }

    /** The tally of a key as it stands now; empty when it has gone. */
    public void tally(String key, Optional<Tally> now) {
        put(tallies, key, now);
    }

    /** The trend of a key as it stands now; empty when it has gone. */
    public void trend(String key, Optional<Trend> now) {
        put(trends, key, now);
    }

    private <V> void put(Map<String, V> map, String key, Optional<V> now) {
        if (isWanted(key)) {
            now.ifPresentOrElse(value -> map.put(key, value), () -> map.remove(key));
        }
    }

    /** Every claim with our numbers, by id. */
    public SortedMap<String, LiteratureClaim> claims() {
        var claims = new TreeMap<String, LiteratureClaim>();
        List<Entry> entries = published.claims();
        for (int i = 0; i < entries.size(); i++) {
            claims.put(entries.get(i).id(), claim(entries.get(i), i + 1));
        }
        return claims;
    }

    private LiteratureClaim claim(Entry entry, int place) {
        return LiteratureClaim.newBuilder()
                .setId(entry.id())
                .setPlace(place)
                .setClaim(entry.claim())
                .setSource(entry.source())
                .setUrl(entry.url())
                .setDefinition(entry.definition())
                .setPublished(entry.published())
                .setStanding(entry.standing())
                .setWhy(entry.why())
                .setFigures(entry.figures().stream().map(this::figure).toList())
                .setMethodsVersion(Methods.version())
                .build();
    }

    private ClaimFigure figure(FigureRule rule) {
        ClaimFigure.Builder figure =
                ClaimFigure.newBuilder().setRole(rule.role()).setDefinition(rule.definition());
        if (rule.calculation() != null) {
            Calculations.Row row = Calculations.named(rule.calculation());
            figure.setFrom("literature-calculations.csv").setValue(row.value()).setUnit(row.unit());
        } else if (rule.points() != null) {
            ofPoints(figure, rule, rule.points());
        } else if (rule.trend() != null) {
            figure.setFrom(rule.trend()).setUnit("months");
            Optional.ofNullable(trends.get(rule.trend())).ifPresent(trend -> fill(figure, trend));
        } else if (rule.tally() != null) {
            figure.setFrom(rule.tally());
            Optional.ofNullable(tallies.get(rule.tally())).ifPresent(tally -> fill(figure, tally));
        } else if (rule.part() != null && rule.whole() != null) {
            ratio(figure, rule.part(), rule.whole());
        } else {
            throw new IllegalArgumentException("literature.yaml does not say where a figure is from: " + rule);
        }
        return figure.build();
    }

    private static void ofPoints(ClaimFigure.Builder figure, FigureRule rule, String file) {
        KnownPoints points = KnownPoints.of(file);
        figure.setFrom(file);
        if (rule.trend() != null) {
            figure.setUnit("months");
            points.trend(rule.trend()).ifPresent(trend -> fill(figure, trend));
        } else if (rule.growthFrom() != null && rule.growthTo() != null) {
            figure.setUnit("times").setValue(points.growth(rule.growthFrom(), rule.growthTo()));
        }
    }

    private static void fill(ClaimFigure.Builder figure, Trend trend) {
        figure.setValue(trend.getDoublingMonths())
                .setLow(trend.getLow())
                .setHigh(trend.getHigh())
                .setN(trend.getN())
                .setUnknown(trend.getUnknown());
    }

    private static void fill(ClaimFigure.Builder figure, Tally tally) {
        boolean share = tally.getUnit().equals("fraction");
        figure.setValue(tally.getNumber())
                .setLow(tally.getLow())
                .setHigh(tally.getHigh())
                .setUnit(tally.getUnit())
                .setN(share ? tally.getMembers() + tally.getNonMembers() : tally.getMembers())
                .setUnknown(tally.getUnknown())
                .setProvisional(tally.getProvisional());
    }

    /** A class that nobody is in has no row: then the part is nothing, if the whole is there. */
    private void ratio(ClaimFigure.Builder figure, String partKey, String wholeKey) {
        figure.setFrom(partKey + " / " + wholeKey);
        Tally whole = tallies.get(wholeKey);
        Tally part = tallies.get(partKey);
        if (whole != null && whole.getNumber() > 0) {
            figure.setValue(part == null ? 0.0 : part.getNumber() / whole.getNumber())
                    .setUnit(part == null || part.getUnit().equals(whole.getUnit()) ? "fraction" : "times")
                    .setN(whole.getMembers())
                    .setUnknown(whole.getUnknown())
                    .setProvisional(whole.getProvisional());
        }
    }
}
