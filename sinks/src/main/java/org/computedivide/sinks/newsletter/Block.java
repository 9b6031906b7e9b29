package org.computedivide.sinks.newsletter;

import java.util.List;

/** One piece of a letter, in reading order. */
sealed interface Block {

    String in(Format format);

    record Heading(String words) implements Block {
        @Override
        public String in(Format format) {
            return format.heading(words);
        }
    }

    /** A heading inside a section. */
    record Subheading(String words) implements Block {
        @Override
        public String in(Format format) {
            return format.subheading(words);
        }
    }

    record Paragraph(Prose prose) implements Block {
        @Override
        public String in(Format format) {
            return format.paragraph(prose);
        }
    }

    /** A paragraph set smaller: what qualifies a number. */
    record Note(Prose prose) implements Block {
        @Override
        public String in(Format format) {
            return format.note(prose);
        }
    }

    record Bullets(List<Prose> items) implements Block {
        public Bullets {
            items = List.copyOf(items);
        }

        @Override
        public String in(Format format) {
            return format.bullets(items);
        }
    }

    /** Releases, each with the words that prove its figure. */
    record Cards(List<Card> cards) implements Block {
        public Cards {
            cards = List.copyOf(cards);
        }

        @Override
        public String in(Format format) {
            return format.cards(cards);
        }
    }

    /** One release: its name and maker, its figures, and a quote that may be empty. */
    record Card(Prose title, Prose figures, Prose quote) {}

    /** First column left, the others right. */
    record Table(List<String> head, List<List<Prose>> rows) implements Block {
        public Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public String in(Format format) {
            return format.table(head, rows);
        }
    }

    /** A drawing as SVG without blank lines, and what it shows. */
    record Figure(String svg, Prose caption) implements Block {
        @Override
        public String in(Format format) {
            return format.figure(svg, caption);
        }
    }
}
