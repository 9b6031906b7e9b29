package org.computedivide.streams.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.computedivide.streams.rules.identity.Links.Note;
import org.computedivide.streams.rules.identity.Links.Relation;
import org.junit.jupiter.api.Test;

class HeldLinksTest {

    private static final List<String> ENDS = List.of("", "a", "b", "ab", "repo:a/b", "name:a/b");

    private final Links held = new HeldLinks(new Spellings());

    @Test
    void shouldHoldWhatLinksOnAShelfHoldAfterAnyChanges() {
        // Given:
        var random = new Random(7);
        Links shelved = Links.on(new HeldShelf<>());

        // When:
        for (int i = 0; i < 20_000; i++) {
            long seed = random.nextLong();
            change(held, new Random(seed), i);
            change(shelved, new Random(seed), i);
        }

        // Then:
        for (String end : ENDS) {
            for (Relation relation : Relation.values()) {
                assertThat(held.from(relation, end)).containsExactlyElementsOf(shelved.from(relation, end));
            }
            for (Note note : Note.values()) {
                assertThat(held.note(note, end)).isEqualTo(shelved.note(note, end));
            }
        }
    }

    @Test
    void shouldForgetAnEndWithItsLastLink() {
        // Given:
        held.add(Relation.KEY, "a", "b");
        held.add(Relation.KEY, "a", "c");

        // When:
        held.remove(Relation.KEY, "a", "b");
        held.remove(Relation.KEY, "a", "c");
        held.remove(Relation.KEY, "a", "c");

        // Then:
        assertThat(held.from(Relation.KEY, "a")).isEmpty();
    }

    @Test
    void shouldNotChangeWhatWasAskedBefore() {
        // Given:
        held.add(Relation.KEY, "a", "b");
        held.add(Relation.KEY, "a", "c");
        var before = held.from(Relation.KEY, "a");

        // When:
        held.remove(Relation.KEY, "a", "b");

        // Then:
        assertThat(before).containsExactly("b", "c");
        assertThat(held.from(Relation.KEY, "a")).containsExactly("c");
    }

    private static void change(Links links, Random random, int number) {
        Relation relation = one(List.of(Relation.values()), random);
        Note note = one(List.of(Note.values()), random);
        String from = one(ENDS, random);
        String to = one(ENDS, random);
        switch (random.nextInt(5)) {
            case 0, 1 -> links.add(relation, from, to);
            case 2 -> links.remove(relation, from, to);
            case 3 -> links.write(note, from, "v" + number);
            default -> links.erase(note, from);
        }
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
