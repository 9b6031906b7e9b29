package org.computedivide.monitor.commands;

import org.computedivide.monitor.output.Terminal;

/** Lines for a terminal, long ones broken between words. */
final class Wrapped {

    private static final int WIDTH = 100;

    private final StringBuilder text = new StringBuilder();

    void line(String words) {
        text.append(Terminal.safe(words)).append('\n');
    }

    /** Breaks between words and begins each line with the indent; white space of the source becomes single blanks. */
    void wrapped(String indent, String words) {
        var line = new StringBuilder(indent);
        for (String word : Terminal.safe(words).strip().split("\\s+", -1)) {
            boolean begun = line.length() > indent.length();
            if (begun && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line.setLength(indent.length());
                begun = false;
            }
            line.append(begun ? " " : "").append(word);
        }
        text.append(line).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
