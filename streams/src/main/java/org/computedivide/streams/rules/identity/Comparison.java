package org.computedivide.streams.rules.identity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.computedivide.avro.BaseModel;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Organization;
import org.computedivide.streams.rules.identity.NameLikeness.Relation;
import org.computedivide.streams.rules.names.Folded;
import org.computedivide.streams.rules.names.NameMarks;

/** Two observations side by side. */
final class Comparison {

    private static final double SAME_SIZE = 0.7;
    private static final int UNUSUAL = 8;

    private final Evidence a;
    private final Evidence b;
    private final boolean page;
    private final NameMarks nameA;
    private final NameMarks nameB;
    private final Nearness nearness;

    Comparison(Evidence one, Evidence other) {
        boolean inOrder = Versions.key(one).compareTo(Versions.key(other)) <= 0;
        boolean pageFirst = isPage(one) == isPage(other) ? inOrder : isPage(one);
        this.a = pageFirst ? one : other;
        this.b = pageFirst ? other : one;
        this.page = isPage(a);
        this.nameA = name(a);
        this.nameB = name(b);
        this.nearness = Nearness.of(a, b);
    }

    Likeness judge() {
        if (Versions.key(a).equals(Versions.key(b))) {
            return Likeness.same("the same " + a.getForm());
        }
        Optional<Likeness> derived = derived(a, b).or(() -> derived(b, a));
        if (derived.isPresent()) {
            return derived.get();
        }
        Set<String> shared = Keys.strong(a);
        shared.retainAll(Keys.strong(b));
        if (Voice.isRepository(a) && Voice.isRepository(b)) {
            return repositories(shared);
        }
        return byNames(shared);
    }

    private static Likeness repositories(Set<String> shared) {
        Optional<String> renamed =
                shared.stream().filter(key -> key.startsWith("repo:")).findFirst();
        return renamed.map(key -> Likeness.same("one repository under two names: " + key))
                .or(() -> shared.stream()
                        .findFirst()
                        .map(key -> Likeness.sister("two repositories of one family: " + key)))
                .orElseGet(() -> Likeness.other("two repositories without a common key"));
    }

    private Likeness byNames(Set<String> shared) {
        Optional<String> key = shared.stream().findFirst();
        Relation own = dated(relation(nameA, nameB));
        if (own == Relation.SAME) {
            return called(nameA);
        }
        if (page && own == Relation.VERSION && TitleWindow.holds(a.getTitle(), nameB.spelled())) {
            return Likeness.same("the title names " + nameB.spelled());
        }
        if (own == Relation.VARIANT || own == Relation.VERSION) {
            return key.map(k -> Likeness.sister("both have the key " + k + ", but another size or version"))
                    .orElseGet(() -> haveCommonMaker()
                            ? Likeness.sister("another size or version of " + nameA.letters())
                            : Likeness.other("called alike by two makers"));
        }
        if (key.isPresent() && !key.get().startsWith("name:")) {
            return Likeness.same("both have the key " + key.get());
        }
        if (sameTitle()) {
            return Likeness.same("both have the title " + a.getTitle());
        }
        if (page && isFamilyPage()) {
            return Likeness.same("the page is of the family that the name begins with");
        }
        Optional<NameMarks> presented = page ? presented() : Optional.empty();
        return presented
                .map(name -> Likeness.same("the page presents " + name.letters()))
                .orElseGet(() -> Likeness.other("nothing joins them"));
    }

    /** A date can stand for a version: that of a name against the day of the other, or both days on a page. */
    private Relation dated(Relation relation) {
        Nearness named = nameA.dates().isEmpty()
                ? Nearness.ofNameDate(nameB.dates(), a)
                : nameB.dates().isEmpty() ? Nearness.ofNameDate(nameA.dates(), b) : Nearness.UNKNOWN;
        if (relation == Relation.SAME && named == Nearness.FAR) {
            return Relation.VARIANT;
        }
        boolean sameDay = named == Nearness.CLOSE || (page && nearness == Nearness.CLOSE);
        return relation == Relation.VERSION && sameDay && oneWithoutVersion() ? Relation.SAME : relation;
    }

    private boolean oneWithoutVersion() {
        return nameA.numbers().isEmpty() || nameB.numbers().isEmpty();
    }

    /** Two makers think of one plain word (Nova) more easily than of a long one or one with the same number. */
    private boolean isUnusual(NameMarks name) {
        boolean sameSize = !nameA.sizes().isEmpty() && nameA.sizes().equals(nameB.sizes());
        boolean sameNumber = !nameA.numbers().isEmpty() && nameA.numbers().equals(nameB.numbers());
        return sameSize
                || sameNumber
                || name.words().size() > 1
                || name.letters().length() >= UNUSUAL;
    }

    private boolean sameTitle() {
        String title = Folded.of(a.getTitle());
        return title.split(" ", -1).length >= 3 && title.equals(Folded.of(b.getTitle()));
    }

    /** A page of the same maker whose name is the beginning of the other's, word by word. */
    private boolean isFamilyPage() {
        return nameA.isDistinct()
                && nameA.numbers().isEmpty()
                && nameA.sizes().isEmpty()
                && NameLikeness.later(nameB).isEmpty()
                && isLonger(nameB, nameA)
                && (shareMaker() || a.getOrganizations().isEmpty());
    }

    private static boolean isLonger(NameMarks whole, NameMarks beginning) {
        int words = beginning.words().size();
        return words > 0
                && whole.words().size() > words
                && whole.words().subList(0, words).equals(beginning.words());
    }

    /** Makers that nobody registered share when they are spelled alike: "Nucleus.AI" and the account NucleusAI. */
    private boolean shareMaker() {
        Set<String> one = makers(a);
        return one.stream().anyMatch(makers(b)::contains) || spelled(a).stream().anyMatch(spelled(b)::contains);
    }

    private static Set<String> spelled(Evidence evidence) {
        var names = new TreeSet<String>();
        evidence.getOrganizations().forEach(maker -> names.add(Folded.letters(maker.getName())));
        names.remove("");
        return names;
    }

    private Likeness called(NameMarks name) {
        if (!sameParameters()) {
            return Likeness.sister("both are called " + name.letters() + ", but of another size");
        }
        return haveCommonMaker() || nearness == Nearness.CLOSE || isUnusual(name)
                ? Likeness.same("both are called " + name.letters())
                : Likeness.other("called alike by two makers");
    }

    /** A page may present a model under a name that is not in its title; it must not be another's that it mentions. */
    private Optional<NameMarks> presented() {
        if (!nameB.isDistinct() || isPage(b)) {
            return Optional.empty();
        }
        boolean named = TitleWindow.holds(a.getTitle(), nameB.spelled())
                || (!isLonger(nameA, nameB)
                        && a.getNames().stream()
                                .anyMatch(presented -> relation(NameMarks.of(presented), nameB) == Relation.SAME))
                || (nearness == Nearness.CLOSE && Overlap.of(a, nameB));
        return named ? Optional.of(nameB) : Optional.empty();
    }

    private Relation relation(NameMarks one, NameMarks other) {
        Relation asWritten = new NameLikeness(one, other, page).relation();
        Set<String> makers = makerWords();
        return asWritten == Relation.OTHER
                ? new NameLikeness(one.withoutMaker(makers), other.withoutMaker(makers), page).relation()
                : asWritten;
    }

    private Set<String> makerWords() {
        var words = new TreeSet<String>();
        Stream.of(a, b)
                .flatMap(one -> one.getOrganizations().stream())
                .flatMap(one -> Stream.of(one.getName(), one.getParent()))
                .map(Folded::letters)
                .filter(one -> !one.isEmpty())
                .forEach(words::add);
        return words;
    }

    /** Makers that are known on both sides must have one in common. */
    private boolean haveCommonMaker() {
        Set<String> one = makers(a);
        Set<String> other = makers(b);
        return one.isEmpty() || other.isEmpty() || one.stream().anyMatch(other::contains);
    }

    private static Set<String> makers(Evidence evidence) {
        var names = new TreeSet<String>();
        for (Organization organization : evidence.getOrganizations()) {
            if (!organization.getRule().equals("unknown")) {
                names.add(organization.getName());
                names.add(organization.getParent());
            }
        }
        names.remove("");
        return names;
    }

    /** A name without size cannot stand for a model of a quite different size; a page without size may be about several. */
    private boolean sameParameters() {
        boolean named = !nameA.sizes().isEmpty() && !nameB.sizes().isEmpty();
        if (named || (page && nameA.sizes().isEmpty())) {
            return true;
        }
        OptionalDouble one = page ? named(nameA) : parameters(a);
        OptionalDouble other = parameters(b);
        return one.isEmpty()
                || other.isEmpty()
                || Math.min(one.getAsDouble(), other.getAsDouble()) / Math.max(one.getAsDouble(), other.getAsDouble())
                        > SAME_SIZE;
    }

    private static OptionalDouble named(NameMarks name) {
        double parameters = name.parameters();
        return Double.isNaN(parameters) ? OptionalDouble.empty() : OptionalDouble.of(parameters);
    }

    private static OptionalDouble parameters(Evidence evidence) {
        return evidence.getFacts().stream()
                .filter(fact ->
                        fact.getField().equals("parameters") && fact.getOwner().isEmpty())
                .filter(fact -> List.of("safetensors", "statement").contains(fact.getRule()))
                .map(Fact::getNumber)
                .filter(java.util.Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .findFirst();
    }

    private static Optional<Likeness> derived(Evidence base, Evidence made) {
        return made.getBaseModels().stream()
                .map(BaseModel::getId)
                .filter(id -> !Folded.lower(id).equals(Folded.lower(made.getNativeId())))
                .filter(id -> means(id, base, made))
                .findFirst()
                .map(id -> Likeness.other("one is made from the other: " + id));
    }

    /** Whether the base is the other observation: its repository, or what a table calls exactly so. */
    private static boolean means(String id, Evidence base, Evidence made) {
        if (Keys.strong(base).contains("repo:" + Folded.lower(id))) {
            return true;
        }
        NameMarks named = NameMarks.of(id);
        NameMarks own = name(base);
        boolean called = !Voice.isRepository(base)
                && !isPage(base)
                && new NameLikeness(named, own, false).relation() == Relation.SAME;
        return called
                && named.tuning().equals(own.tuning())
                && !name(made).tuning().equals(own.tuning());
    }

    private static boolean isPage(Evidence evidence) {
        return List.of("paper", "post", "product").contains(evidence.getForm());
    }

    private static NameMarks name(Evidence evidence) {
        return NameMarks.of(evidence.getModelName());
    }
}
