package org.computedivide.streams.rules.estimates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;

/**
 * Values that others contradict by a factor of about a thousand, as a wrong prefix or an altered page makes them. The value that more
 * origins give stands; of two with as many, the one nearer to what is usual. A page, its model's configuration and its name are
 * origins of their own. What tables and the operator say is never set aside.
 */
final class Contradictions {

    /** Of these a release has one value, or several that lie nearer together; with what is usual for each. */
    private static final Map<String, String> USUAL = Map.of(
            "parameters", "usualParameters",
            "activeParameters", "usualParameters",
            "trainingTokens", "usualTokens",
            "chipHours", "usualChipHours",
            "trainingCompute", "usualCompute");

    private static final Set<String> SIZES = Set.of("parameters", "activeParameters");

    private record Claim(String field, double value, String origin, boolean observable) {}

    private final List<Claim> claims = new ArrayList<>();

    private Contradictions() {}

    static Contradictions among(List<Evidence> members, Verdicts verdicts) {
        Contradictions contradictions = new Contradictions();
        for (Evidence member : members) {
            for (Fact fact : member.getFacts()) {
                if (USUAL.containsKey(fact.getField()) && fact.getNumber() != null && verdicts.stands(member, fact)) {
                    contradictions.claims.add(claim(member, fact));
                }
            }
        }
        return contradictions;
    }

    private static Claim claim(Evidence member, Fact fact) {
        Voice voice = new Voice(fact, member, false);
        String kind = switch (fact.getRule()) {
            case "config" -> " configuration";
            case "name-size" -> fact.getStart() < 0 ? " name" : " page";
            default -> " page";
        };
        boolean fixed = member.getTier().equals("operator") || voice.isCurated();
        return new Claim(fact.getField(), voice.number(), voice.origin() + kind, !fixed);
    }

    /** Why the fact stands aside, or empty. */
    Optional<String> reason(Evidence member, Fact fact) {
        if (fact.getNumber() == null || !USUAL.containsKey(fact.getField())) {
            return Optional.empty();
        }
        Claim own = claim(member, fact);
        return own.observable()
                ? claims.stream()
                        .filter(other -> contradicts(own, other) && loses(own, other))
                        .findFirst()
                        .map(other -> reason(own, other))
                : Optional.empty();
    }

    /** For sizes, of which a family has several, only very nearly a thousand; else as much or more. */
    private static boolean contradicts(Claim own, Claim other) {
        double factor = Math.max(own.value(), other.value()) / Math.min(own.value(), other.value());
        double impossible = Constants.value("impossible");
        double rounding = Constants.value(SIZES.contains(own.field()) ? "roundedSize" : "roundedAmount");
        boolean bounded = !SIZES.contains(own.field()) || factor <= impossible * rounding;
        return own.field().equals(other.field())
                && !own.origin().equals(other.origin())
                && factor >= impossible / rounding
                && bounded;
    }

    private boolean loses(Claim own, Claim other) {
        int difference = origins(own) - origins(other);
        return difference == 0 ? distance(own) > distance(other) : difference < 0;
    }

    private int origins(Claim claim) {
        double rounding = Constants.value("roundedAmount");
        Set<String> origins = new TreeSet<>();
        claims.stream()
                .filter(other -> other.field().equals(claim.field()))
                .filter(other ->
                        Math.abs(StrictMath.log10(other.value() / claim.value())) <= StrictMath.log10(rounding))
                .forEach(other -> origins.add(other.origin()));
        return origins.size();
    }

    private static double distance(Claim claim) {
        double usual = Constants.value(USUAL.getOrDefault(claim.field(), ""));
        return Math.abs(StrictMath.log10(claim.value() / usual));
    }

    private static String reason(Claim own, Claim other) {
        return own.field() + " " + Figures.count(own.value()) + " is off by a factor of a thousand from "
                + Figures.count(other.value()) + " of " + other.origin();
    }
}
