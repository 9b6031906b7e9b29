package org.computedivide.sinks.newsletter;

import java.net.URI;

/** A run of words inside a sentence. Holds what is meant, never marks: the format escapes. */
sealed interface Span {

    String words();

    String in(Format format);

    record Plain(String words) implements Span {
        public Plain {
            words = Words.readable(words);
        }

        @Override
        public String in(Format format) {
            return format.plain(words);
        }
    }

    record Strong(String words) implements Span {
        public Strong {
            words = Words.readable(words).strip();
        }

        @Override
        public String in(Format format) {
            return format.strong(words);
        }
    }

    /** Words that stand as a machine would print them. */
    record Code(String words) implements Span {
        public Code {
            words = Words.readable(words).strip();
        }

        @Override
        public String in(Format format) {
            return format.code(words);
        }
    }

    /** A link; one without a readable name shows where it leads. */
    record Link(String words, URI target) implements Span {
        public Link {
            String readable = Words.readable(words).strip();
            words = readable.isEmpty() ? target.toASCIIString() : readable;
        }

        @Override
        public String in(Format format) {
            return format.link(words, target);
        }
    }
}
